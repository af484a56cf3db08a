package org.ieum.server;

import java.time.OffsetDateTime;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.StopView;
import org.jspecify.annotations.Nullable;

/** A ride that a test asks for; what it does not say is left out. */
public final class Asked {
  private final StopView from;
  private final StopView to;
  private @Nullable String rider;
  private @Nullable OffsetDateTime time;
  private @Nullable Integer riders;
  private @Nullable Integer wheelchairs;
  private @Nullable String origin;
  private @Nullable String kind;
  private @Nullable String replaces;

  public Asked(StopView from, StopView to) {
    this.from = from;
    this.to = to;
  }

  public Asked rider(@Nullable String id) {
    rider = id;
    return this;
  }

  public Asked time(@Nullable OffsetDateTime departure) {
    time = departure;
    return this;
  }

  public Asked party(int count, int inWheelchairs) {
    riders = count;
    wheelchairs = inWheelchairs;
    return this;
  }

  public Asked origin(String of) {
    origin = of;
    return this;
  }

  public Asked kind(@Nullable String ofRider) {
    kind = ofRider;
    return this;
  }

  public Asked replaces(@Nullable String booking) {
    replaces = booking;
    return this;
  }

  public QuoteInput input() {
    return new QuoteInput(
        null,
        rider,
        from.stopLat(),
        from.stopLon(),
        to.stopLat(),
        to.stopLon(),
        time,
        null,
        riders,
        wheelchairs,
        null,
        null,
        null,
        origin,
        kind,
        replaces);
  }
}
