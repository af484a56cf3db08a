package org.ieum.server.http;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Memory of the connections. Buffers of requests are those on the heap, and each is used once;
 * others, of answers, go back into the pool.
 *
 * <p>After a malformed head two threads of Jetty end the connection at the same time, so one may
 * give its buffer back while the other still writes to it (seen with 12.1.12, once in some 20,000
 * such heads). Were that buffer used again, requests of other connections would be lost or spoilt.
 */
final class RequestBuffers extends ArrayByteBufferPool {
  @Override
  public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
    return direct
        ? super.acquire(size, true)
        : RetainableByteBuffer.wrap(BufferUtil.allocate(size, false));
  }
}
