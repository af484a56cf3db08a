package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the API says of itself. */
final class DescriptionTest {
  private final TestServer server = TestServer.one();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void eachDescribedOperationIsRouted() {
    int count = 0;
    for (Map.Entry<String, JsonNode> path : server.contract.api().path("paths").properties()) {
      for (String method : names(path.getValue())) {
        String target = path.getKey().replaceAll("\\{[a-z_]+}", "x");
        int status = server.send(method.toUpperCase(Locale.ROOT), target, "", "").status();
        assertEquals(path.getValue().path(method).has("security") ? 401 : 200, status, target);
        count++;
      }
    }
    assertEquals(62, count);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void schemasAreThoseOfTheRecords() {
    JsonNode schemas = server.contract.api().path("components").path("schemas");
    JsonNode quote = schemas.path("QuoteInput");
    assertEquals(
        "[\"drop_off_lat\",\"drop_off_lon\",\"pickup_lat\",\"pickup_lon\"]",
        quote.path("required").toString());
    assertEquals(90, quote.path("properties").path("pickup_lat").path("maximum").asInt());
    assertEquals(
        "[\"integer\",\"null\"]",
        quote.path("properties").path("passenger_count").path("type").toString());
    assertEquals(16, quote.at("/properties/passenger_count/maximum").asInt());
    assertTrue(
        quote.at("/properties/passenger_count/description").asText().contains("wheelchairs"));
    assertEquals(5_000, quote.at("/properties/max_walk_distance/maximum").asInt());
    JsonNode booking = schemas.path("BookingView");
    assertTrue(booking.path("required").toString().contains("\"pickup_window_start\""));
    assertFalse(booking.path("required").toString().contains("planned_pickup_time"));
    assertEquals(
        "date-time",
        booking.path("properties").path("pickup_window_start").path("format").asText());
  }

  @Test
  void allReferencesLeadSomewhere() {
    JsonNode api = server.contract.api();
    Matcher references = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(api.toString());
    int count = 0;
    while (references.find()) {
      assertFalse(api.at(references.group(1)).isMissingNode(), references.group(1));
      count++;
    }
    assertTrue(count > 100);
  }

  @Test
  void aPageForPeople() {
    Reply page = server.get("/docs", "").is(200);
    assertTrue(page.header("Content-Type").startsWith("text/html"));
    assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
    assertTrue(page.body().contains("/v1/bookings/{booking_id}/cancel"));
    assertTrue(page.body().contains("id=\"problem-409\""));
    assertTrue(page.body().contains("name=\"viewport\""));
    assertTrue(page.body().contains("<pre id=\"schema-QuoteInput\">"));
    assertFalse(page.body().contains("<details open"));
    assertFalse(page.body().contains("<script"));
    assertFalse(page.body().contains("http://") || page.body().contains("https://"));
  }

  @Test
  void theRootLeadsToThePage() throws Exception {
    HttpResponse<String> root =
        server.client.send(
            server.request("GET", "/", "", "").build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(302, root.statusCode());
    assertTrue(root.headers().firstValue("Location").orElse("").endsWith("/docs"));
  }
}
