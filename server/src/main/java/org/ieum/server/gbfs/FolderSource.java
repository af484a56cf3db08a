package org.ieum.server.gbfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files in a folder, named like the feeds; the URLs in {@code gbfs.json} say nothing there. */
public final class FolderSource implements GbfsSource {
  private final Path folder;
  private final Path discovery;

  /** Files of a folder, or those beside a {@code gbfs.json}. */
  public FolderSource(Path path) {
    if (Files.isDirectory(path)) {
      folder = path;
      discovery = path.resolve("gbfs.json");
    } else {
      folder = path.toAbsolutePath().resolveSibling("");
      discovery = path;
    }
  }

  @Override
  public String discovery() {
    return discovery.toString();
  }

  @Override
  public String address(String name, String url) {
    return folder.resolve(name + ".json").toString();
  }

  @Override
  public byte[] fetch(String address) throws IOException {
    try {
      return Files.readAllBytes(Path.of(address));
    } catch (NoSuchFileException e) {
      throw new IOException("the file is missing", e);
    }
  }
}
