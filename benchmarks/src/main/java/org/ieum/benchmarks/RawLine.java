package org.ieum.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection over which any bytes go, requests or not, one after another; {@link HttpLines} knows
 * only good requests. It is opened again when the server has closed it.
 */
final class RawLine implements AutoCloseable {
  private static final int PATIENCE_MS = 40_000;

  private final InetSocketAddress server;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  /**
   * What came back.
   *
   * @param status 0 when the server has closed the connection without a word
   * @param type of the body, "" for none
   * @param isWhole whether the connection lasted until its end
   */
  record Answer(int status, String type, String body, boolean isWhole) {
    static final Answer NONE = new Answer(0, "", "", false);
  }

  RawLine(InetSocketAddress server) {
    this.server = server;
  }

  /** Sends a request that leaves the connection as it was. */
  Answer send(byte[] request, boolean isHead) throws IOException {
    boolean isUsed = socket != null;
    Answer answer = tryOnce(request, isHead, false);
    // The server may have closed it before it saw the request.
    return answer.status() == 0 && isUsed ? tryOnce(request, isHead, false) : answer;
  }

  /**
   * Sends what may not be a request on a connection of its own.
   *
   * @param isCut whether nothing more will come
   */
  Answer sendAlone(byte[] request, boolean isHead, boolean isCut) throws IOException {
    try (RawLine alone = new RawLine(server)) {
      return alone.tryOnce(request, isHead, isCut);
    }
  }

  private Answer tryOnce(byte[] request, boolean isHead, boolean isCut) throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket();
      open.connect(server, PATIENCE_MS);
      open.setTcpNoDelay(true);
      open.setSoTimeout(PATIENCE_MS);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
    }
    try {
      open.getOutputStream().write(request);
      if (isCut) {
        open.shutdownOutput();
      }
    } catch (IOException e) {
      // The server may have answered before it had read all.
    }
    try {
      return read(isHead);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      close();
      return Answer.NONE;
    }
  }

  private Answer read(boolean isHead) throws IOException {
    String status = line();
    if (!status.matches("HTTP/1\\.[01] [1-9][0-9][0-9].*")) {
      close();
      return Answer.NONE;
    }
    int code = Integer.parseInt(status.substring(9, 12));
    int length = -1;
    boolean isChunked = false;
    boolean isLast = false;
    String type = "";
    for (String header = line(); !header.isEmpty(); header = line()) {
      String[] parts = header.split(":", 2);
      String value = parts.length < 2 ? "" : parts[1].strip();
      switch (parts[0].toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> isChunked = true;
        case "content-type" -> type = value;
        case "connection" -> isLast = value.equalsIgnoreCase("close");
        default -> {}
      }
    }
    if (code < 200) {
      return read(isHead);
    }
    boolean hasBody = !isHead && code != 204 && code != 304;
    boolean isEndless = type.startsWith("text/event-stream") && code == 200;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean isWhole = true;
    if (hasBody && !isEndless) {
      try {
        isWhole = isChunked ? readChunks(body) : readBody(body, length);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        isWhole = false;
      }
    }
    if (isLast || isEndless || !isWhole || (hasBody && !isChunked && length < 0)) {
      close();
    }
    return new Answer(code, type, body.toString(StandardCharsets.UTF_8), isWhole);
  }

  private boolean readBody(ByteArrayOutputStream body, int length) throws IOException {
    body.writeBytes(length >= 0 ? in.readNBytes(length) : in.readAllBytes());
    return body.size() >= length;
  }

  /** Whether all came before the connection ended. */
  private boolean readChunks(ByteArrayOutputStream body) throws IOException {
    while (true) {
      String head = line().strip();
      if (head.isEmpty()) {
        return false;
      }
      int size = Integer.parseInt(head, 16);
      byte[] chunk = in.readNBytes(size);
      body.writeBytes(chunk);
      line();
      if (size == 0 || chunk.length < size) {
        return size == 0;
      }
    }
  }

  /** A line of the head, "" at the end of the connection. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
