package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys on the command line, through the embedded area whose tickets cost 30.00 SEK. */
final class JourneyCommandTest {
  @TempDir private Path folder;

  private JsonNode journeys(String currency, String... more) throws IOException {
    Path fares =
        Files.writeString(
            folder.resolve("fares.yaml"),
            """
            currency: %s
            tariffs:
              - {service: on_demand, base: 1800, child: {percent: 50}}
              - {service: transit, base: 1400, child: {percent: 50}}
            """
                .formatted(currency));
    String[] args = new String[more.length + 3];
    args[0] = "journey";
    args[1] = "--json";
    args[2] = "--fares=" + fares;
    System.arraycopy(more, 0, args, 3, more.length);
    ProgramRun run = ProgramRun.of(args);
    assertEquals(0, run.exitCode(), run.toString());
    JsonNode list = new ObjectMapper().readTree(run.out());
    assertEquals(currency, list.path("currency").asText());
    assertTrue(list.path("journeys").size() > 0, run.out());
    return list.path("journeys");
  }

  private static int count(JsonNode journey, String mode) {
    int count = 0;
    for (JsonNode leg : journey.path("legs")) {
      count += leg.path("mode").asText().equals(mode) ? 1 : 0;
    }
    return count;
  }

  /** Tickets in another currency do not count, those in the same go before the tariff. */
  @Test
  void aTariffHoldsWhereNoTicketDoes() throws IOException {
    boolean rides = false;
    for (JsonNode one : journeys("KRW", "--modes=transit", "--riders=3", "--rider-kind=child")) {
      assertEquals(3 * 700L * count(one, "transit"), one.path("fare").asLong(), one::toString);
      assertTrue(one.path("fare_known").asBoolean(), one::toString);
      rides |= count(one, "transit") > 0;
    }
    assertTrue(rides);
    for (JsonNode one : journeys("SEK", "--modes=transit", "--riders=2")) {
      long tickets = count(one, "transit") > 0 ? 2 * 3_000L : 0;
      assertEquals(tickets, one.path("fare").asLong(), one::toString);
    }
  }

  @Test
  void onDemandRidesCostWhatTheTableSays() throws IOException {
    boolean rides = false;
    for (JsonNode one : journeys("SEK", "--modes=drt", "--riders=2", "--rider-kind=child")) {
      assertEquals(2 * 900L * count(one, "drt"), one.path("fare").asLong(), one::toString);
      rides |= count(one, "drt") > 0;
    }
    assertTrue(rides);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    ProgramRun.of("journey", "--rider-kind=adults")
        .assertRefused("option '--rider-kind': must be one of adult, youth, child, was 'adults'");
    Path fares =
        Files.writeString(
            folder.resolve("fares.yaml"), "currency: SEK\ntariffs: [{service: transit, base: 5}]");
    ProgramRun.of("journey", "--fares=" + fares)
        .assertRefused(fares + ": tariffs must have one of on_demand or drt, has none");
  }
}
