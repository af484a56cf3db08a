package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** No connection gets a buffer that another may still write to. */
final class RequestBuffersTest {
  private final HttpConfiguration http = new HttpConfiguration();
  private final ServerConnector connector = connector();

  private ServerConnector connector() {
    HttpServer.bound(http);
    return HttpServer.connector(
        new Server(), http, TestServer.settings(Duration.ofSeconds(20), /* streamBuffer= */ 100));
  }

  private ByteBuffer used(boolean isDirect) {
    ByteBufferPool pool = connector.getByteBufferPool();
    RetainableByteBuffer buffer = pool.acquire(http.getInputBufferSize(), isDirect);
    ByteBuffer bytes = buffer.getByteBuffer();
    assertEquals(isDirect, bytes.isDirect());
    assertTrue(buffer.release());
    return bytes;
  }

  @Test
  void thoseOfRequestsAreUsedOnce() {
    boolean isDirect = http.isUseInputDirectByteBuffers();
    assertNotSame(used(isDirect), used(isDirect));
  }

  @Test
  void thoseOfAnswersAreUsedAgain() {
    boolean isDirect = http.isUseOutputDirectByteBuffers();
    assertSame(used(isDirect), used(isDirect));
  }
}
