package org.ieum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The description of the API as a page to read, without scripts and without other servers. */
final class DocsPage {
  /** Nothing may be loaded but the page's own style. */
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
      code,pre{font:14px/1.4 ui-monospace,monospace}
      details{border:1px solid #ccc;border-radius:4px;margin:.5rem 0;padding:.4rem .8rem}
      summary{cursor:pointer}
      pre{overflow:auto}
      code,summary{overflow-wrap:anywhere}
      table{border-collapse:collapse;width:100%}
      td,th{overflow-wrap:anywhere;border-bottom:1px solid #ddd;padding:.2rem .5rem;text-align:left;vertical-align:top}
      .method{display:inline-block;min-width:4rem;font-weight:bold}
      """;

  private final StringBuilder html = new StringBuilder();

  private DocsPage() {}

  /** The page of an OpenAPI document. */
  static String of(ObjectNode api) {
    DocsPage page = new DocsPage();
    page.begin(api);
    page.operations(api.path("paths"));
    page.schemas(api.path("components").path("schemas"));
    page.problems();
    return page.html.append("</body></html>\n").toString();
  }

  private void begin(ObjectNode api) {
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.append(
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Ieum API");
    html.append("</title><style>").append(STYLE).append("</style></head><body><h1>Ieum API</h1>");
    html.append("<p>").append(escaped(api.path("info").path("description").asText()));
    html.append(" For programs: <a href=\"/openapi.json\">openapi.json</a>.</p>");
    html.append(
        "<p>Send your key, or a signed token, as <code>Authorization: Bearer KEY</code>.</p>");
  }

  private void operations(JsonNode paths) {
    String tag = "";
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String now = operation.getValue().path("tags").path(0).asText();
        if (!now.equals(tag)) {
          html.append("<h2>").append(escaped(now)).append("</h2>");
          tag = now;
        }
        operation(operation.getKey(), path.getKey(), operation.getValue());
      }
    }
  }

  private void operation(String method, String path, JsonNode operation) {
    html.append("<details id=\"").append(operation.path("operationId").asText());
    html.append("\"><summary><code><span class=\"method\">");
    html.append(method.toUpperCase(Locale.ROOT)).append("</span> ").append(escaped(path));
    html.append("</code> ").append(escaped(operation.path("summary").asText()));
    html.append("</summary><p>").append(escaped(operation.path("description").asText()));
    html.append("</p><table>");
    for (JsonNode parameter : operation.path("parameters")) {
      String need = parameter.path("required").asBoolean() ? ", required" : "";
      row(
          parameter.path("name").asText(),
          parameter.path("in").asText() + need,
          parameter.path("description").asText());
    }
    html.append("</table>");
    JsonNode body = operation.path("requestBody").path("content");
    if (!body.isMissingNode()) {
      html.append("<p>Body: ");
      link(body.elements().next().path("schema"));
      html.append("</p>");
    }
    html.append("<table>");
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      html.append("<tr><td>").append(response.getKey()).append("</td><td>");
      html.append(escaped(response.getValue().path("description").asText())).append("</td><td>");
      for (JsonNode content : response.getValue().path("content")) {
        link(content.path("schema"));
      }
      html.append("</td></tr>");
    }
    html.append("</table></details>");
  }

  private void link(JsonNode schema) {
    String name = schema.path("$ref").asText().replaceFirst(".*/", "");
    if (!name.isEmpty()) {
      html.append("<a href=\"#schema-").append(escaped(name)).append("\">");
      html.append(escaped(name)).append("</a>");
    }
  }

  private void schemas(JsonNode schemas) {
    html.append("<h2>Schemas</h2>");
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      // The id is within, so that browsers unfold what a link leads to.
      html.append("<details><summary>").append(escaped(schema.getKey()));
      html.append("</summary><pre id=\"schema-").append(escaped(schema.getKey())).append("\">");
      html.append(escaped(schema.getValue().toPrettyString())).append("</pre></details>");
    }
  }

  private void problems() {
    html.append("<h2>Problems</h2><table>");
    new TreeMap<>(Problems.TITLES)
        .forEach(
            (status, title) -> {
              html.append("<tr id=\"problem-").append(status).append("\"><td>").append(status);
              html.append("</td><td>").append(escaped(title)).append("</td></tr>");
            });
    html.append("</table>");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(escaped(cell)).append("</td>");
    }
    html.append("</tr>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
