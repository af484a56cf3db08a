package org.ieum.server.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.ieum.server.api.Problem;

/**
 * Answers to what is not even a request, such as a head that is too large. A version or an encoding
 * that is not known is the client's fault too, so that 5xx always means one of the server.
 */
final class JettyProblems extends ErrorHandler {
  /** A problem is told whatever the method was. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    int status = code == 501 || code == 505 ? 400 : code;
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.PROBLEM);
    SecureHeaders.ALL.forEach((name, value) -> response.getHeaders().put(name, value));
    String path = request.getHttpURI() == null ? "" : request.getHttpURI().getPath();
    response.write(true, ByteBuffer.wrap(body(status, path == null ? "" : path)), callback);
  }

  private static byte[] body(int status, String path) {
    String title = Problems.TITLES.getOrDefault(status, "The request is wrong");
    String type = "/docs#problem-" + status;
    String id = UUID.randomUUID().toString();
    return Json.bytes(new Problem(type, title, status, title, path, List.of(), id, null));
  }
}
