package org.ieum.server.gbfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.ieum.progress.InputException;

/** Files over HTTP, within a time and a size. */
public final class HttpSource implements GbfsSource {
  private final URI discovery;
  private final Duration timeout;
  private final int largest;
  private final HttpClient client;

  /**
   * A system on the web.
   *
   * @param discovery of its {@code gbfs.json}, with http or https
   * @param timeout for a whole file
   * @param largest bytes of a file, packed and unpacked
   * @throws InputException when it is no such URL
   */
  public HttpSource(String discovery, Duration timeout, int largest) {
    this.discovery = web(discovery, discovery);
    this.timeout = timeout;
    this.largest = largest;
    client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  private static URI web(String url, String file) {
    try {
      URI uri = URI.create(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new InputException(file + ": must be an http or https URL, was '" + url + "'");
  }

  @Override
  public String discovery() {
    return discovery.toString();
  }

  @Override
  public String address(String name, String url) {
    try {
      return web(discovery.resolve(url).toString(), discovery + ": url of " + name).toString();
    } catch (IllegalArgumentException e) {
      throw new InputException(discovery + ": url of " + name + " is none: '" + url + "'");
    }
  }

  @Override
  public byte[] fetch(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(timeout)
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip")
            .build();
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, head -> new BoundedBody(largest));
    try {
      HttpResponse<byte[]> response = sent.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("the server answers with status " + response.statusCode());
      }
      boolean isPacked =
          response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
      return isPacked ? unpack(response.body()) : response.body();
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(reason(e), e);
    } finally {
      sent.cancel(true);
    }
  }

  private String reason(ExecutionException failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return "no answer within " + timeout.toMillis() + " ms";
    }
    return cause.getMessage() == null
        ? "cannot be reached (" + cause.getClass().getSimpleName() + ")"
        : "cannot be read: " + cause.getMessage();
  }

  private byte[] unpack(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(largest);
      if (in.read() >= 0) {
        throw new IOException(BoundedBody.tooLarge(largest));
      }
      return bytes;
    }
  }
}
