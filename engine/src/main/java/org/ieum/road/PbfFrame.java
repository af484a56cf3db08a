package org.ieum.road;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ieum.progress.InputException;

/**
 * Checks that a pbf file is whole before anything reads it: the file is a chain of blocks that
 * announce their size (OpenStreetMap wiki, <em>PBF Format</em>). Looks at the block headers only.
 */
public final class PbfFrame {
  private static final int MAX_HEADER = 64 * 1024;
  private static final int TYPE_FIELD = 1;
  private static final int SIZE_FIELD = 3;
  private static final int VARINT = 0;
  private static final int BYTES = 2;

  private final Path file;
  private final FileChannel channel;
  private final long length;

  private PbfFrame(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    length = channel.size();
  }

  /**
   * Returns if the file is a whole pbf file.
   *
   * @throws InputException that names the file and what is wrong with it
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a directory, not an OSM pbf file");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      new PbfFrame(file, channel).checkBlocks();
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file");
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private void checkBlocks() throws IOException {
    if (length == 0) {
      throw new InputException(file + ": is empty, 0 bytes");
    }
    long at = 0;
    while (at < length) {
      at = checkBlock(at);
    }
  }

  private long checkBlock(long at) throws IOException {
    int headerSize = read(at, 4).getInt();
    if (headerSize <= 0 || headerSize > MAX_HEADER) {
      throw new InputException(
          file + ": not an OSM pbf file: header of " + headerSize + " bytes at byte " + at);
    }
    ByteBuffer header = read(at + 4, headerSize);
    String type = "";
    long size = -1;
    while (header.hasRemaining()) {
      long tag = varint(header, at);
      int wire = (int) (tag & 7);
      if (wire == VARINT) {
        long value = varint(header, at);
        size = tag >>> 3 == SIZE_FIELD ? value : size;
      } else if (wire == BYTES) {
        long count = varint(header, at);
        if (count < 0 || count > header.remaining()) {
          throw damaged(at);
        }
        byte[] bytes = new byte[(int) count];
        header.get(bytes);
        type = tag >>> 3 == TYPE_FIELD ? new String(bytes, StandardCharsets.UTF_8) : type;
      } else {
        throw damaged(at);
      }
    }
    if (size < 0 || (at == 0 && !type.equals("OSMHeader"))) {
      throw damaged(at);
    }
    long end = at + 4 + headerSize + size;
    if (end > length) {
      throw truncated(at, end);
    }
    return end;
  }

  private ByteBuffer read(long at, int count) throws IOException {
    if (at + count > length) {
      throw truncated(at, at + count);
    }
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw truncated(at, at + count);
      }
    }
    return buffer.flip();
  }

  private long varint(ByteBuffer from, long at) {
    long value = 0;
    for (int shift = 0; shift < 64 && from.hasRemaining(); shift += 7) {
      byte next = from.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw damaged(at);
  }

  private InputException truncated(long at, long needed) {
    return new InputException(
        file
            + ": is cut off: the block at byte "
            + at
            + " ends at byte "
            + needed
            + ", the file at byte "
            + length);
  }

  private InputException damaged(long at) {
    return new InputException(file + ": not an OSM pbf file: no valid block at byte " + at);
  }
}
