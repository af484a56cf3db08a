package org.ieum.server.area;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ieum.fare.MonthlyPass;
import org.ieum.server.api.GivenPassInput;
import org.ieum.server.api.GivenPassView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderIds;
import org.jspecify.annotations.Nullable;

/** Gives riders passes and shows them, on the writer's thread. */
final class PassOperations {
  private static final String FROM = "valid_from";

  /** How far ahead a pass may begin, days. */
  private static final int FARTHEST = 366;

  private final Desk desk;
  private final ZoneId zone;

  PassOperations(Desk desk) {
    this.desk = desk;
    zone = desk.setup.zone();
  }

  GivenPassView give(String rider, GivenPassInput input) {
    RiderIds.checkNoGuest(rider);
    GivenPass pass = GivenPass.of(rider, terms(input.passId()), first(input.validFrom()), zone);
    if (pass.until() <= desk.times().toUtc(desk.now())) {
      throw Refusal.invalid(
          FROM,
          "must be of a pass that is not over, ends on "
              + pass.lastDay(zone)
              + " from "
              + pass.firstDay(zone));
    }
    findOther(pass)
        .ifPresent(
            other -> {
              throw Refusal.conflict(
                  "rider "
                      + rider
                      + " has pass "
                      + other.terms().id()
                      + " from "
                      + other.firstDay(zone)
                      + " to "
                      + other.lastDay(zone)
                      + ", with rides left");
            });
    new RiderEvents(desk).givePass(rider, pass.terms(), pass.firstDay(zone));
    return pass.view(desk.setup.id(), zone);
  }

  private MonthlyPass terms(String passId) {
    return Optional.ofNullable(desk.setup.fares())
        .flatMap(table -> table.findPass(passId))
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "pass_id",
                    "must be a pass of area " + desk.setup.id() + ", was '" + passId + "'"));
  }

  private LocalDate first(@Nullable String day) {
    LocalDate today = desk.times().toOffset(desk.now()).toLocalDate();
    if (day == null) {
      return today;
    }
    try {
      LocalDate first = LocalDate.parse(day);
      if (first.isAfter(today.plusDays(FARTHEST))) {
        throw Refusal.invalid(
            FROM, "must be within " + FARTHEST + " days from " + today + ", was '" + day + "'");
      }
      return first;
    } catch (DateTimeException e) {
      throw Refusal.invalid(FROM, "must be a day such as 2026-05-06, was '" + day + "'");
    }
  }

  /** Another pass of the rider, with rides left, for some of the same days. */
  private Optional<GivenPass> findOther(GivenPass pass) {
    return desk.riderBook.passes().of(pass.rider()).stream()
        .filter(other -> other.from() < pass.until() && pass.from() < other.until())
        .filter(other -> other.without(PassBook.NONE).left() > 0)
        .findFirst();
  }

  List<GivenPassView> passes(String rider) {
    long now = desk.times().toUtc(desk.now());
    return desk.riderBook.passes().of(rider).stream()
        .filter(pass -> pass.until() > now)
        .map(pass -> pass.view(desk.setup.id(), zone))
        .toList();
  }
}
