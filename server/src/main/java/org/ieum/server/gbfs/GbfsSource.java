package org.ieum.server.gbfs;

import java.io.IOException;

/** Where the files of one system come from. */
public interface GbfsSource {
  /** Address of the file that names the others, {@code gbfs.json}. */
  String discovery();

  /**
   * Address of a feed that it names.
   *
   * @param name as in the specification, e.g. {@code vehicle_status}
   * @param url as the file gives it
   * @throws org.ieum.progress.InputException when there can be nothing
   */
  String address(String name, String url);

  /**
   * What is at an address.
   *
   * @throws IOException with a clear reason when it cannot be had
   */
  byte[] fetch(String address) throws IOException, InterruptedException;
}
