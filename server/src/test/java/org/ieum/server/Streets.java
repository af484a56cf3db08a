package org.ieum.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.StopView;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.LiveArea;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.quantity.Seating;
import org.jspecify.annotations.Nullable;

/** The embedded map with twelve vehicles and riders who book. */
public final class Streets {
  /** The id of the area. */
  public static final String AREA = "test";

  private Streets() {}

  /** Starts the area and waits until it takes commands. */
  public static LiveArea open(JournalStore store, InstantSource clock, String life)
      throws IOException, InterruptedException {
    LiveArea area = new LiveArea(setup(), store.journal(AREA), clock, life);
    area.awaitReady();
    return area;
  }

  private static AreaSetup setup() throws IOException {
    FleetConfig fleet = new FleetConfig(12, Seating.parse("8/0;6/1"));
    AreaConfig config = AreaConfig.embedded(AREA, fleet);
    return new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(config, Path.of(""));
  }

  /**
   * Books a ride between two stops; returns its id when that is acknowledged.
   *
   * @param when it should begin; at once if null
   */
  public static String book(
      LiveArea area, String rider, @Nullable OffsetDateTime when, Random random)
      throws ExecutionException, InterruptedException {
    List<StopView> stops = area.stops();
    while (true) {
      StopView from = stops.get(random.nextInt(stops.size()));
      StopView to = stops.get(random.nextInt(stops.size()));
      QuoteView quote = area.quote(new Asked(from, to).rider(rider).time(when).input()).get();
      if (!quote.offers().isEmpty()) {
        String offer = quote.offers().get(0).offerId();
        try {
          BookingView booked = area.order(desk -> desk.book(offer), null, done -> null).get();
          return booked.bookingId();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof Refusal)) {
            throw e;
          }
        }
      }
    }
  }
}
