package org.ieum.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The description of all endpoints, its own included. */
final class DescriptionEndpoints {
  private final List<Endpoint> table;
  private final String json;
  private final String page;

  DescriptionEndpoints(List<Endpoint> others) {
    table =
        List.of(
            Endpoint.get("/openapi.json", "Describes the API for programs")
                .gives(Answer.JSON)
                .does(call -> Answer.now(json())),
            Endpoint.get("/docs", "Describes the API for people")
                .gives("text/html")
                .does(call -> page()));
    List<Endpoint> all = new ArrayList<>(others);
    all.addAll(table);
    ObjectNode api = OpenApi.describe(all);
    json = Json.text(api);
    page = DocsPage.of(api);
  }

  List<Endpoint> table() {
    return table;
  }

  private String json() {
    return json;
  }

  private CompletableFuture<Answer> page() {
    return CompletableFuture.completedFuture(
        Answer.text("text/html; charset=utf-8", page)
            .with("Content-Security-Policy", DocsPage.POLICY));
  }
}
