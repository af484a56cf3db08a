package org.ieum.server.report;

import java.util.List;

/** Text and tables as HTML; whatever goes in comes out as text, never as markup. */
final class Html {
  private Html() {}

  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return escaped.toString();
  }

  /** An element with a class around text. */
  static String element(String tag, String cssClass, String text) {
    return "<" + tag + " class=\"" + cssClass + "\">" + text(text) + "</" + tag + ">";
  }

  /** A folded table; the first cell of each row is its heading. Empty when there are no rows. */
  static String folded(
      String summary, String caption, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<details><summary>").append(text(summary)).append("</summary>");
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html.append(text(caption)).append("\"><table class=\"plain\"><caption>");
    html.append(text(caption)).append("</caption><thead><tr>");
    for (String column : columns) {
      html.append("<th scope=\"col\">").append(text(column)).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr><th scope=\"row\">").append(text(row.get(0))).append("</th>");
      for (String cell : row.subList(1, row.size())) {
        html.append("<td>").append(text(cell)).append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div></details>").toString();
  }
}
