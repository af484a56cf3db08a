package org.ieum.road;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file of arrays, written and read as a whole: an eight-byte mark, the arrays each behind its
 * length in bytes, and a checksum over everything before it. A file that was cut off or changed is
 * never taken for a good one. Big-endian.
 */
final class StoreFile {
  private static final long MARK = 0x4945554d_4152_0001L;

  private StoreFile() {}

  /** A stored file that is not as it was written. */
  static final class DamagedException extends Exception {
    DamagedException(String what) {
      super(what);
    }
  }

  /** Collects arrays and writes them all at once. */
  static final class Writer {
    private final List<ByteBuffer> blocks = new ArrayList<>();

    void add(int[] values) {
      ByteBuffer block = ByteBuffer.allocate(Integer.BYTES * values.length);
      block.asIntBuffer().put(values);
      blocks.add(block);
    }

    void add(double[] values) {
      ByteBuffer block = ByteBuffer.allocate(Double.BYTES * values.length);
      block.asDoubleBuffer().put(values);
      blocks.add(block);
    }

    void add(boolean[] values) {
      ByteBuffer block = ByteBuffer.allocate(values.length);
      for (boolean value : values) {
        block.put((byte) (value ? 1 : 0));
      }
      blocks.add(block.flip());
    }

    void add(byte[] values) {
      blocks.add(ByteBuffer.wrap(values));
    }

    void add(String value) {
      blocks.add(ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes beside the target and moves, so that a killed run leaves no half file. */
    void write(Path target) throws IOException {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path temporary =
          Files.createTempFile(target.toAbsolutePath().getParent(), "unfinished-", ".tmp");
      try {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          CRC32C sum = new CRC32C();
          put(channel, sum, ByteBuffer.allocate(Long.BYTES).putLong(MARK).flip());
          for (ByteBuffer block : blocks) {
            put(channel, sum, ByteBuffer.allocate(4).putInt(block.remaining()).flip());
            put(channel, sum, block);
          }
          ByteBuffer end = ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).flip();
          put(channel, sum, end);
          channel.force(true);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    }

    private static void put(FileChannel channel, CRC32C sum, ByteBuffer block) throws IOException {
      sum.update(block.duplicate());
      while (block.hasRemaining()) {
        channel.write(block);
      }
    }
  }

  /** Gives the arrays back in the order in which they were written. */
  static final class Reader {
    private final ByteBuffer content;

    /** Reads a whole file and checks it. */
    Reader(Path file) throws IOException, DamagedException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        long size = channel.size();
        if (size < 2 * Long.BYTES || size > Integer.MAX_VALUE) {
          throw new DamagedException("has " + size + " bytes");
        }
        content = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      }
      int end = content.limit() - Long.BYTES;
      CRC32C sum = new CRC32C();
      sum.update(content.duplicate().limit(end));
      if (sum.getValue() != content.getLong(end)) {
        throw new DamagedException("does not match its checksum");
      }
      if (content.getLong() != MARK) {
        throw new DamagedException("is of another format");
      }
      content.limit(end);
    }

    private ByteBuffer next() throws DamagedException {
      int size = content.remaining() < 4 ? -1 : content.getInt();
      if (size < 0 || size > content.remaining()) {
        throw new DamagedException("ends too early");
      }
      ByteBuffer block = content.slice(content.position(), size);
      content.position(content.position() + size);
      return block;
    }

    int[] ints() throws DamagedException {
      ByteBuffer block = next();
      int[] values = new int[block.remaining() / Integer.BYTES];
      block.asIntBuffer().get(values);
      return values;
    }

    double[] doubles() throws DamagedException {
      ByteBuffer block = next();
      double[] values = new double[block.remaining() / Double.BYTES];
      block.asDoubleBuffer().get(values);
      return values;
    }

    boolean[] booleans() throws DamagedException {
      ByteBuffer block = next();
      boolean[] values = new boolean[block.remaining()];
      for (int i = 0; i < values.length; i++) {
        values[i] = block.get() != 0;
      }
      return values;
    }

    byte[] bytes() throws DamagedException {
      ByteBuffer block = next();
      byte[] values = new byte[block.remaining()];
      block.get(values);
      return values;
    }

    String text() throws DamagedException {
      return StandardCharsets.UTF_8.decode(next()).toString();
    }
  }
}
