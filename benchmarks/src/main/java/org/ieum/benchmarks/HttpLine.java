package org.ieum.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ieum.benchmarks.HttpLines.Request;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept open, with at most one request under way. Reads as much of HTTP/1.1
 * as a JSON server sends: a length, or chunks.
 */
final class HttpLine {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RETRY_AFTER = "retry-after:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNKED = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;

  /** What has come of the response; the first {@code end} bytes count. */
  private byte[] in = new byte[16 * 1024];

  private int end;
  private @Nullable ByteBuffer out;
  private @Nullable Request request;

  HttpLine(InetSocketAddress server, Selector selector) throws IOException {
    channel = SocketChannel.open(server);
    channel.socket().setTcpNoDelay(true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(Request next) throws IOException {
    request = next;
    end = 0;
    ByteBuffer bytes = ByteBuffer.wrap(next.bytes());
    out = bytes;
    write(bytes);
  }

  private void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    boolean isSent = !bytes.hasRemaining();
    if (isSent) {
      out = null;
    }
    key.interestOps(isSent ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  /** What is under way, which the line then no longer knows. */
  @Nullable Request take() {
    Request taken = request;
    request = null;
    return taken;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  /**
   * Goes on with what the connection is ready for.
   *
   * @return whether a response is complete
   * @throws IOException when the connection ends
   */
  boolean proceed(ByteBuffer buffer) throws IOException {
    ByteBuffer unsent = out;
    if (unsent != null) {
      write(unsent);
    }
    buffer.clear();
    int count = channel.read(buffer);
    if (count < 0) {
      throw new IOException("the server has closed the connection");
    }
    buffer.flip();
    while (in.length < end + count) {
      in = Arrays.copyOf(in, 2 * in.length);
    }
    buffer.get(in, end, count);
    end += count;
    return count > 0 && request != null && isComplete();
  }

  int status() {
    return (in[9] - '0') * 100 + (in[10] - '0') * 10 + in[11] - '0';
  }

  /** Whether the response says when to ask again. */
  boolean hasRetryAfter() {
    return find(RETRY_AFTER, headEnd()) >= 0;
  }

  String body() {
    int head = headEnd();
    if (!isChunked(head)) {
      return new String(in, head, end - head, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    int at = head;
    while (true) {
      int size = chunkSize(at);
      int begin = lineEnd(at);
      if (size == 0) {
        return text.toString();
      }
      text.append(new String(in, begin, size, StandardCharsets.UTF_8));
      at = begin + size + 2;
    }
  }

  private boolean isComplete() {
    int head = headEnd();
    if (head < 0) {
      return false;
    }
    int length = find(LENGTH, head);
    if (length >= 0) {
      return end >= head + number(length);
    }
    if (!isChunked(head)) {
      return true;
    }
    int at = head;
    while (lineEnd(at) >= 0) {
      int size = chunkSize(at);
      at = lineEnd(at) + size + 2;
      if (at > end) {
        return false;
      }
      if (size == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isChunked(int head) {
    return find(CHUNKED, head) >= 0;
  }

  /** Index behind the empty line that ends the head, or -1. */
  private int headEnd() {
    for (int i = 3; i < end; i++) {
      if (in[i] == '\n' && in[i - 1] == '\r' && in[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /** Index behind the end of a line, or -1. */
  private int lineEnd(int from) {
    for (int i = from; i < end; i++) {
      if (in[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /** Index behind the name of a header, which is given in small letters; or -1. */
  private int find(byte[] name, int head) {
    for (int i = lineEnd(0); i < head - 2; i = lineEnd(i)) {
      int k = 0;
      while (k < name.length && (in[i + k] | 0x20) == (name[k] | 0x20)) {
        k++;
      }
      if (k == name.length) {
        return i + k;
      }
    }
    return -1;
  }

  private int number(int from) {
    int i = from;
    while (in[i] == ' ') {
      i++;
    }
    int value = 0;
    for (; in[i] >= '0' && in[i] <= '9'; i++) {
      value = 10 * value + in[i] - '0';
    }
    return value;
  }

  private int chunkSize(int from) {
    int value = 0;
    for (int i = from; i < end && Character.digit(in[i], 16) >= 0; i++) {
      value = 16 * value + Character.digit(in[i], 16);
    }
    return value;
  }
}
