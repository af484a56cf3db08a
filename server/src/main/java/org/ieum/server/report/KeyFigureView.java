package org.ieum.server.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ieum.simulation.KeyFigure;

/** The key figures as tiles in everyday units, and as a table in the units they were given in. */
final class KeyFigureView {
  private static final int MOST_COLUMNS = 6;

  private KeyFigureView() {}

  static String tiles(List<KeyFigure> figures) {
    StringBuilder html = new StringBuilder();
    int tiles = 0;
    for (KeyFigure figure : figures) {
      if (figure.headline()) {
        tiles++;
        Reading reading = Reading.of(figure.value(), figure.unit());
        html.append("<div class=\"tile\"><dt>").append(Html.text(figure.label())).append("</dt>");
        html.append("<dd><strong>").append(Html.text(reading.number())).append("</strong>");
        if (!reading.unit().isEmpty()) {
          html.append(' ').append(Html.element("span", "unit", reading.unit()));
        }
        html.append("</dd></div>\n");
      }
    }
    return tiles == 0 ? "" : "<dl class=\"tiles by-" + columns(tiles) + "\">\n" + html + "</dl>";
  }

  /** As few rows of at most six tiles as it takes, filled as evenly as they can be. */
  private static int columns(int tiles) {
    int rows = (tiles + MOST_COLUMNS - 1) / MOST_COLUMNS;
    return (tiles + rows - 1) / rows;
  }

  static String tables(List<KeyFigure> figures) {
    if (figures.isEmpty()) {
      return "<p class=\"empty\">No key figures were given.</p>";
    }
    Map<String, List<KeyFigure>> groups =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    KeyFigure::group, java.util.LinkedHashMap::new, Collectors.toList()));
    StringBuilder html = new StringBuilder();
    groups.forEach((group, members) -> appendGroup(html, group, members));
    return html.toString();
  }

  private static void appendGroup(StringBuilder html, String group, List<KeyFigure> figures) {
    html.append("<div class=\"group\"><table class=\"figures\"><caption>").append(Html.text(group));
    html.append("</caption><thead><tr><th scope=\"col\">Key figure</th>");
    html.append("<th scope=\"col\" class=\"number\">Value</th>");
    html.append("<th scope=\"col\">Unit</th></tr></thead><tbody>\n");
    for (KeyFigure figure : figures) {
      html.append("<tr><th scope=\"row\">").append(Html.text(figure.label())).append(' ');
      html.append("<code>").append(Html.text(figure.name())).append("</code>");
      html.append(Html.element("span", "about", figure.description())).append("</th>");
      html.append(Html.element("td", "number", Numbers.number(figure.value())));
      html.append(Html.element("td", "unit", figure.unit())).append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }
}
