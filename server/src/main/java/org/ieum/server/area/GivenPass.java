package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ieum.fare.HeldPass;
import org.ieum.fare.MonthlyPass;
import org.ieum.server.api.GivenPassView;

/**
 * A pass that a rider has, with what it was good for when it was given, whatever becomes of the
 * area's prices.
 *
 * @param from first moment of its first day, ms since 1970, UTC
 * @param until first moment behind its last day, ms since 1970, UTC
 * @param rides numbers of the requests that were booked on it
 */
record GivenPass(String rider, MonthlyPass terms, long from, long until, List<Long> rides) {
  private static final String PASS = "pass_id";
  private static final String NAME = "pass_name";
  private static final String PRICE = "price";
  private static final String SERVICES = "service_ids";
  private static final String RIDES = "rides";
  private static final String DAYS = "days";

  GivenPass {
    rides = List.copyOf(rides);
  }

  /** One on which nobody has booked. */
  static GivenPass of(String rider, MonthlyPass terms, LocalDate first, ZoneId zone) {
    long from = midnight(first, zone);
    return new GivenPass(
        rider, terms, from, midnight(first.plusDays(terms.days()), zone), List.of());
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  LocalDate firstDay(ZoneId zone) {
    return Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
  }

  LocalDate lastDay(ZoneId zone) {
    return firstDay(zone).plusDays(terms.days() - 1L);
  }

  boolean isGoodAt(long utc) {
    return from <= utc && utc < until;
  }

  /** What prices rides, as if one had not been booked on it. */
  HeldPass without(long request) {
    int used = (int) rides.stream().filter(ride -> ride != request).count();
    return new HeldPass(terms, from, until, used);
  }

  /** The same with a ride booked on it. */
  GivenPass used(long request) {
    List<Long> more = new ArrayList<>(rides);
    more.add(request);
    return new GivenPass(rider, terms, from, until, more);
  }

  /** The same without a ride, if it was booked on it. */
  GivenPass givenBack(long request) {
    List<Long> fewer = rides.stream().filter(ride -> ride != request).toList();
    return new GivenPass(rider, terms, from, until, fewer);
  }

  GivenPassView view(String areaId, ZoneId zone) {
    boolean isUnlimited = terms.rides() == MonthlyPass.UNLIMITED;
    return new GivenPassView(
        areaId,
        rider,
        FareViews.pass(terms),
        firstDay(zone).toString(),
        lastDay(zone).toString(),
        rides.size(),
        isUnlimited ? null : Math.max(0, terms.rides() - rides.size()));
  }

  /** Writes what it is good for. */
  static void writeTerms(MonthlyPass terms, ObjectNode data) {
    data.put(PASS, terms.id()).put(NAME, terms.name()).put(PRICE, terms.price());
    terms.services().forEach(data.putArray(SERVICES)::add);
    if (terms.rides() != MonthlyPass.UNLIMITED) {
      data.put(RIDES, terms.rides());
    }
    data.put(DAYS, terms.days());
  }

  /** Reads {@link #writeTerms}. */
  static MonthlyPass readTerms(JsonNode data) {
    List<String> services = new ArrayList<>();
    data.path(SERVICES).forEach(service -> services.add(service.asText()));
    return new MonthlyPass(
        data.path(PASS).asText(),
        data.path(NAME).asText(),
        data.path(PRICE).asLong(),
        services,
        data.path(RIDES).asInt(MonthlyPass.UNLIMITED),
        data.path(DAYS).asInt());
  }
}
