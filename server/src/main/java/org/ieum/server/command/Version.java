package org.ieum.server.command;

import picocli.CommandLine.IVersionProvider;

/** Which build of the program this is, on which Java. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "ieum " + (version == null ? "(not from a jar)" : version), "Java " + Runtime.version()
    };
  }
}
