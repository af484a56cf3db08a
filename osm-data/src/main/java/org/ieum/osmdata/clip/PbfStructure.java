package org.ieum.osmdata.clip;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ieum.progress.InputException;

/**
 * Walks over the blocks of a pbf file before anything is read from it. The pbf reader takes any end
 * of the file for the end of the data and looks at no checksum, so a damaged file would lose
 * objects without a word. A cut between two blocks cannot be told from a shorter extract.
 */
final class PbfStructure {
  // Limits of the format, bytes.
  private static final int MAX_HEADER = 64 * 1024;
  private static final int MAX_BLOCK = 32 * 1024 * 1024;

  private final Path file;

  private PbfStructure(Path file) {
    this.file = file;
  }

  /**
   * Returns if the file is a whole pbf.
   *
   * @throws InputException when it is missing, empty, no pbf, or truncated
   */
  static void check(Path file) {
    new PbfStructure(file).check();
  }

  private void check() {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a folder, not an .osm.pbf file");
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file");
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      walk(in, Files.size(file));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private void walk(DataInputStream in, long size) throws IOException {
    if (size == 0) {
      throw new InputException(file + ": is empty");
    }
    long position = 0;
    int blocks = 0;
    while (position < size) {
      long start = position;
      if (size - start < Integer.BYTES) {
        throw blocks == 0 ? noPbf() : truncated(start, size);
      }
      int headerSize = in.readInt();
      position += Integer.BYTES;
      if (headerSize <= 0 || headerSize > MAX_HEADER) {
        throw blocks == 0 ? noPbf() : corrupt(start);
      }
      byte[] header = in.readNBytes(headerSize);
      if (header.length < headerSize) {
        throw blocks == 0 ? noPbf() : truncated(start, size);
      }
      BlobHeader block = parse(header, blocks, start);
      position += headerSize;
      if (blocks == 0 && !block.getType().equals("OSMHeader")) {
        throw noPbf();
      }
      if (block.getDatasize() < 0 || block.getDatasize() > MAX_BLOCK) {
        throw corrupt(start);
      }
      position += block.getDatasize();
      if (position > size) {
        throw truncated(start, size);
      }
      checkBody(in.readNBytes(block.getDatasize()), start);
      blocks++;
    }
  }

  private BlobHeader parse(byte[] header, int blocks, long start) {
    try {
      return BlobHeader.parseFrom(header);
    } catch (InvalidProtocolBufferException e) {
      throw blocks == 0 ? noPbf() : corrupt(start);
    }
  }

  /** Unpacks the block, for the checksum at its end. */
  private void checkBody(byte[] body, long start) {
    try {
      Blob blob = Blob.parseFrom(body);
      if (blob.hasZlibData()) {
        unpack(blob, start);
      } else if (!blob.hasRaw()) {
        throw new InputException(
            file + ": the block that starts at byte " + start + " is not packed with zlib");
      }
    } catch (InvalidProtocolBufferException e) {
      throw corrupt(start);
    }
  }

  private void unpack(Blob blob, long start) {
    if (blob.getRawSize() < 0 || blob.getRawSize() > MAX_BLOCK) {
      throw corrupt(start);
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
      int size = inflater.inflate(new byte[blob.getRawSize() + 1]);
      if (!inflater.finished() || size != blob.getRawSize()) {
        throw corrupt(start);
      }
    } catch (DataFormatException e) {
      throw corrupt(start);
    } finally {
      inflater.end();
    }
  }

  private InputException noPbf() {
    return new InputException(
        file + ": is no OpenStreetMap pbf (it does not start with OSMHeader)");
  }

  private InputException corrupt(long start) {
    return new InputException(file + ": is corrupt in the block that starts at byte " + start);
  }

  private InputException truncated(long start, long size) {
    return new InputException(
        file
            + ": is truncated: it ends at byte "
            + size
            + " in the middle of the block that starts at byte "
            + start);
  }
}
