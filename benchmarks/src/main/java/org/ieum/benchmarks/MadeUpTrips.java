package org.ieum.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.ieum.demand.DemandSettings;
import org.ieum.demand.RequestedTrip;
import org.ieum.demand.SyntheticDemand;

/**
 * A day of trips on the embedded area as {@code ieum simulate} makes them up, asked for over and
 * over; each is as far ahead as in its day.
 */
final class MadeUpTrips {
  private static final int DAY_MS = 86_400_000;
  private static final int COUNT = 20_000;

  private final List<RequestedTrip> trips;

  /** Body of the quote for trip i, up to its time. */
  private final String[] bodies;

  private int next;

  MadeUpTrips(City city, String area, long seed) {
    trips =
        new SyntheticDemand(DemandSettings.DEFAULT, city.network.geometry(), List.of())
            .trips(COUNT, 5 * 3_600_000, DAY_MS, seed);
    bodies = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      RequestedTrip trip = trips.get(i);
      bodies[i] =
          String.format(
              Locale.ROOT,
              "{\"area_id\":\"%s\",\"pickup_lat\":%.6f,\"pickup_lon\":%.6f,\"drop_off_lat\":%.6f,"
                  + "\"drop_off_lon\":%.6f,\"time_type\":\"%s\",\"passenger_count\":%d,"
                  + "\"wheelchairs\":%d,\"requested_time\":\"",
              area,
              trip.origin().lat(),
              trip.origin().lon(),
              trip.destination().lat(),
              trip.destination().lon(),
              trip.timeType().name().toLowerCase(Locale.ROOT),
              trip.party().riders(),
              trip.party().wheelchairs());
    }
  }

  /** The body of the next quote, asked for now. */
  String nextQuote() {
    return quote(step());
  }

  /** The same of the next trip that is asked for at least half an hour ahead. */
  String nextPrebooked() {
    int i = step();
    while (ahead(i) < 30 * 60_000) {
      i = step();
    }
    return quote(i);
  }

  private int step() {
    int i = next;
    next = (next + 1) % COUNT;
    return i;
  }

  private int ahead(int i) {
    return trips.get(i).time() - trips.get(i).submitted();
  }

  private String quote(int i) {
    Instant time = Instant.now().plusMillis(ahead(i)).truncatedTo(ChronoUnit.MILLIS);
    return bodies[i] + time + "\"}";
  }
}
