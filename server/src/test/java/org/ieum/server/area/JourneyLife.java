package org.ieum.server.area;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyLegView;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.JourneyView;
import org.jspecify.annotations.Nullable;

/** An area in the morning in which riders look for journeys, all between the same two places. */
abstract class JourneyLife extends AreaLife {
  static final String SCOOTERS =
      """
      scooters:
        fleet:
          - {id: e1, lat: 57.6905, lon: 11.9515, range: 20km}
          - {id: e2, lat: 57.7140, lon: 12.0000, range: 20km}
      """;

  private final String yaml;

  /**
   * @param more what the area's file says besides of its vehicles
   */
  JourneyLife(String more) {
    super(Instant.parse("2026-05-06T06:00:00Z").toEpochMilli(), 6);
    yaml = FLEET + more;
  }

  @Override
  AreaSetup setup() throws Exception {
    return open(yaml);
  }

  /** A journey from near the one scooter to near the other. */
  static JourneyInput across(String rider, @Nullable List<String> modes) {
    return across(rider, modes, null, null, null, null);
  }

  static JourneyInput across(
      String rider,
      @Nullable List<String> modes,
      @Nullable OffsetDateTime time,
      @Nullable String timeType,
      @Nullable Integer riders,
      @Nullable String kind) {
    return new JourneyInput(
        null, rider, 57.6901, 11.9510, 57.7165, 12.0030, time, timeType, riders, null, kind, modes,
        null, null);
  }

  final JourneyList find(JourneyInput asked) throws Exception {
    return area.journeys(asked).get();
  }

  static List<JourneyLegView> legs(JourneyView journey, String mode) {
    return journey.legs().stream().filter(leg -> leg.mode().equals(mode)).toList();
  }

  /** The first journey with all these modes. */
  static JourneyView with(JourneyList found, String... modes) {
    return found.journeys().stream()
        .filter(journey -> List.of(modes).stream().noneMatch(m -> legs(journey, m).isEmpty()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("none with " + List.of(modes) + " in " + found));
  }
}
