package org.ieum.server.feeds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ieum.model.Money;
import org.ieum.progress.InputException;
import org.ieum.transit.FareRule;
import org.ieum.transit.TimetableBuilder;
import org.ieum.transit.TransitFare;

/** The fares of a feed (version 1). A fare none of whose rules can be used is left out. */
final class GtfsFares {
  static final List<String> FARE_COLUMNS =
      List.of("fare_id", "price", "currency_type", "payment_method", "transfers");
  static final List<String> RULE_COLUMNS = List.of("fare_id");

  private final int feed;
  private final Map<String, Integer> routes;
  private final Map<String, Read> fares = new LinkedHashMap<>();

  private static final class Read {
    final TransitFare fare;
    final List<FareRule> rules = new ArrayList<>();
    boolean ruled;

    Read(TransitFare fare) {
      this.fare = fare;
    }
  }

  GtfsFares(int feed, Map<String, Integer> routes) {
    this.feed = feed;
    this.routes = routes;
  }

  /** A row of fare_attributes.txt. */
  void fare(GtfsRow row) {
    Optional<String> id = row.findText("fare_id");
    Optional<Money> price = findPrice(row);
    OptionalInt transfers = row.findNumber("transfers", TransitFare.UNLIMITED, 0, 100);
    OptionalInt duration =
        row.findNumber("transfer_duration", TransitFare.UNLIMITED, 0, 1_000_000_000);
    if (id.isEmpty() || price.isEmpty() || transfers.isEmpty() || duration.isEmpty()) {
      return;
    }
    TransitFare fare =
        new TransitFare(
            feed,
            id.get(),
            price.get(),
            row.text("agency_id"),
            transfers.getAsInt(),
            duration.getAsInt());
    if (fares.putIfAbsent(id.get(), new Read(fare)) != null) {
      row.fault("fare_id '" + id.get() + "' is there twice");
    }
  }

  private static Optional<Money> findPrice(GtfsRow row) {
    String price = row.text("price");
    String code = row.text("currency_type");
    try {
      Currency currency = Currency.getInstance(code);
      long units =
          new BigDecimal(price)
              .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
              .longValueExact();
      if (units >= 0 && units <= TransitFare.HIGHEST_PRICE) {
        return Optional.of(new Money(units, currency));
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Told below, as one out of range.
    }
    row.fault("price must be an amount in a known currency, was '" + price + "' '" + code + "'");
    return Optional.empty();
  }

  /** A row of fare_rules.txt. */
  void rule(GtfsRow row) {
    Read read = fares.get(row.text("fare_id"));
    if (read == null) {
      row.fault("fare_id '" + row.text("fare_id") + "' is unknown");
      return;
    }
    read.ruled = true;
    String route = row.text("route_id");
    Integer index = route.isEmpty() ? Integer.valueOf(FareRule.ANY_ROUTE) : routes.get(route);
    if (index == null) {
      row.fault("route_id '" + route + "' is unknown");
      return;
    }
    read.rules.add(
        new FareRule(
            0, index, row.text("origin_id"), row.text("destination_id"), row.text("contains_id")));
  }

  /**
   * Adds all that can be used.
   *
   * @param name what faults call the feed
   * @return how many fares
   * @throws InputException when they are in another currency than others of the timetable
   */
  int addTo(TimetableBuilder builder, String name) {
    int added = 0;
    for (Read read : fares.values()) {
      if (read.ruled && read.rules.isEmpty()) {
        continue;
      }
      int index;
      try {
        index = builder.addFare(read.fare);
      } catch (IllegalArgumentException e) {
        throw new InputException(
            name + ": fare_attributes.txt: fare_id '" + read.fare.id() + "': " + e.getMessage());
      }
      added++;
      for (FareRule r : read.rules) {
        builder.addFareRule(
            new FareRule(index, r.route(), r.origin(), r.destination(), r.passed()));
      }
    }
    return added;
  }
}
