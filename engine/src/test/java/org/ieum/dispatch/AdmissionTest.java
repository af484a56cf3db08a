package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.model.BookingRules;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Capacity;
import org.ieum.model.LimitsFrom;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Promise;
import org.ieum.model.PromiseRules;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.junit.jupiter.api.Test;

/** Which requests are taken, and what they are promised. */
class AdmissionTest {
  private static ServiceRules rules(BookingRules booking) {
    return new ServiceRules(PROMISE, DWELL, booking, RULES.weights());
  }

  @Test
  void departAtPromiseStartsAtTheRequestedTime() {
    TinyService service = new TinyService(bus());
    Offer offer = service.offer(departAt(1, HOUR, 1, 3), 0);
    assertEquals(
        new Promise(
            1,
            3,
            new TimeWindow(HOUR, HOUR + 10 * MINUTE),
            HOUR + 2 * LEG + 20 * MINUTE,
            2 * LEG + 5 * MINUTE),
        offer.promise());
    assertEquals(2 * LEG, offer.directDuration());
    assertEquals(HOUR, offer.plannedPickup());
    assertEquals(HOUR + 2 * LEG, offer.plannedDropoff());
    assertEquals(MINUTE, offer.expiresAt());
  }

  @Test
  void arriveByPromiseIsDerivedBackwards() {
    TinyService service = new TinyService(bus());
    int arrive = 3 * HOUR;
    Offer offer = service.offer(arriveBy(1, arrive, 1, 3), 0);
    int earliest = arrive - 2 * LEG - 20 * MINUTE;
    TimeWindow window = new TimeWindow(earliest, earliest + 10 * MINUTE);
    assertEquals(new Promise(1, 3, window, arrive, 2 * LEG + 5 * MINUTE), offer.promise());
  }

  @Test
  void arriveByWindowIsNotInThePast() {
    TinyService service = new TinyService(bus());
    Offer offer = service.offer(arriveBy(1, 35 * MINUTE, 1, 3), 4 * MINUTE);
    assertEquals(new TimeWindow(4 * MINUTE, 14 * MINUTE), offer.promise().pickupWindow());
    assertEquals(35 * MINUTE, offer.promise().latestDropoff());
    // The end of the window leaves time for the drive.
    Offer soon = service.offer(arriveBy(2, 34 * MINUTE, 0, 2), 5 * MINUTE);
    assertEquals(new TimeWindow(5 * MINUTE, 14 * MINUTE), soon.promise().pickupWindow());
  }

  @Test
  void walksMoveTheWindowAndTheLatestDropoff() {
    TinyService service = new TinyService(bus());
    List<CandidatePoint> from = List.of(new CandidatePoint(1, 4 * MINUTE));
    List<CandidatePoint> to = List.of(new CandidatePoint(3, 7 * MINUTE));
    RideRequest there = new RideRequest(1, 1, TimeType.DEPART_AT, HOUR, Party.of(1), from, to);
    Offer offer = service.offer(there, 0);
    assertEquals(HOUR + 4 * MINUTE, offer.promise().pickupWindow().earliest());
    assertEquals(4 * MINUTE, offer.accessWalk());
    assertEquals(7 * MINUTE, offer.egressWalk());
    RideRequest by = new RideRequest(2, 2, TimeType.ARRIVE_BY, 3 * HOUR, Party.of(1), from, to);
    assertEquals(3 * HOUR - 7 * MINUTE, service.offer(by, 0).promise().latestDropoff());
  }

  @Test
  void limitsFromTheRequestIncludeTheWalks() {
    PromiseRules rules =
        new PromiseRules(LimitsFrom.REQUEST, 10 * MINUTE, 1, 20 * MINUTE, 1, 5 * MINUTE);
    TinyService service =
        new TinyService(new ServiceRules(rules, DWELL, BOOKING, RULES.weights()), bus());
    List<CandidatePoint> to = List.of(new CandidatePoint(3, 7 * MINUTE));
    List<CandidatePoint> near = List.of(new CandidatePoint(1, 4 * MINUTE));
    Promise promise =
        service
            .offer(new RideRequest(1, 1, TimeType.DEPART_AT, HOUR, Party.of(1), near, to), 0)
            .promise();
    assertEquals(new TimeWindow(HOUR + 4 * MINUTE, HOUR + 10 * MINUTE), promise.pickupWindow());
    assertEquals(HOUR + 2 * LEG + 13 * MINUTE, promise.latestDropoff());
    List<CandidatePoint> far = List.of(new CandidatePoint(1, 11 * MINUTE));
    var rejection =
        service.rejection(
            RejectionReason.BOOKING_RULE,
            new RideRequest(2, 2, TimeType.DEPART_AT, HOUR, Party.of(1), far, to),
            0);
    assertEquals("the walk to the pickup takes longer than the longest wait", rejection.detail());
  }

  @Test
  void minimumLeadTimeBindsBothKindsOfRequest() {
    int lead = 30 * MINUTE;
    TinyService service = new TinyService(rules(new BookingRules(lead, 5 * HOUR, 0)), bus());
    service.rejection(RejectionReason.BOOKING_RULE, departAt(1, lead - 1, 1, 2), 0);
    service.offer(departAt(1, lead, 1, 2), 0);
    Offer offer = service.offer(arriveBy(2, lead + 15 * MINUTE, 1, 2), 0);
    assertEquals(lead, offer.promise().pickupWindow().earliest());
    service.rejection(RejectionReason.BOOKING_RULE, arriveBy(3, lead + LEG - 1, 1, 2), 0);
  }

  @Test
  void tooFarAheadAndPast() {
    TinyService service = new TinyService(rules(new BookingRules(0, HOUR, 0)), bus());
    service.offer(departAt(1, HOUR, 1, 2), 0);
    var ahead = service.rejection(RejectionReason.BOOKING_RULE, departAt(1, HOUR + 1000, 1, 2), 0);
    assertEquals("requested 3601 s ahead, at most 3600 s allowed", ahead.detail());
    var past =
        service.rejection(RejectionReason.BOOKING_RULE, departAt(1, MINUTE, 1, 2), 3 * MINUTE);
    assertEquals("requested time is 120 s in the past", past.detail());
  }

  @Test
  void overlappingBookingsOfOneRider() {
    TinyService service = new TinyService(bus(), bus());
    Party one = Party.of(1);
    service.book(request(1, 7, TimeType.DEPART_AT, HOUR, 1, 2, one), 0);
    var overlap =
        service.rejection(
            RejectionReason.BOOKING_RULE,
            request(2, 7, TimeType.DEPART_AT, HOUR + 30 * MINUTE, 2, 3, one),
            0);
    assertTrue(overlap.detail().contains("request 1"), overlap.detail());
    service.book(request(3, 8, TimeType.DEPART_AT, HOUR, 1, 2, one), 0);
    service.book(request(4, 7, TimeType.DEPART_AT, HOUR + 30 * MINUTE + 1, 2, 3, one), 0);
    service.dispatcher.cancel(1, 0);
    service.book(request(5, 7, TimeType.DEPART_AT, HOUR - 30 * MINUTE, 1, 2, one), 0);
  }

  @Test
  void secondOfTwoOverlappingOffersCannotBeConfirmed() {
    TinyService service = new TinyService(bus(), bus());
    Offer first = service.offer(request(1, 7, TimeType.DEPART_AT, HOUR, 1, 2, Party.of(1)), 0);
    Offer second = service.offer(request(2, 7, TimeType.DEPART_AT, HOUR, 1, 3, Party.of(1)), 0);
    assertTrue(service.dispatcher.confirm(first, 0).isPresent());
    assertTrue(service.dispatcher.confirm(second, 0).isEmpty());
    assertEquals(1, service.dispatcher.liveBookings());
  }

  @Test
  void partiesThatFitNoVehicle() {
    TinyService service = new TinyService(bus(new Capacity(4, 0), new Capacity(2, 1)));
    service.offer(departAt(1, 0, 1, 2, Party.of(4)), 0);
    service.offer(departAt(1, 0, 1, 2, new Party(2, 1)), 0);
    var large =
        service.rejection(RejectionReason.BOOKING_RULE, departAt(1, 0, 1, 2, Party.of(5)), 0);
    assertEquals("a party of 5 is larger than any vehicle", large.detail());
    service.rejection(RejectionReason.BOOKING_RULE, departAt(1, 0, 1, 2, new Party(3, 1)), 0);
    var wheelchairs =
        service.rejection(
            RejectionReason.NO_ACCESSIBLE_VEHICLE, departAt(1, 0, 1, 2, new Party(0, 2)), 0);
    assertEquals("no vehicle takes 2 wheelchairs", wheelchairs.detail());
  }

  @Test
  void pickupEqualToDropoff() {
    TinyService service = new TinyService(bus());
    service.rejection(RejectionReason.BOOKING_RULE, departAt(1, 0, 2, 2), 0);
  }

  @Test
  void outOfHoursAndNoCapacity() {
    Shift shift = new Shift(new TimeWindow(2 * HOUR, 3 * HOUR), 0, 0, List.of());
    TinyService service = new TinyService(bus(shift));
    service.rejection(RejectionReason.OUT_OF_HOURS, departAt(1, HOUR, 0, 1), 0);
    service.rejection(RejectionReason.OUT_OF_HOURS, departAt(1, 3 * HOUR, 0, 1), 0);
    service.offer(departAt(1, 2 * HOUR - 10 * MINUTE, 0, 1), 0);
    // The way back to stop point 0 would end after the shift.
    service.rejection(RejectionReason.NO_CAPACITY, departAt(1, 3 * HOUR - 12 * MINUTE, 0, 1), 0);
    service.rejection(RejectionReason.NO_CAPACITY, departAt(1, 2 * HOUR, 4, 3), 0);
  }

  @Test
  void offersExpire() {
    TinyService service = new TinyService(bus());
    Offer offer = service.offer(departAt(1, 5 * MINUTE, 0, 2), 0);
    assertTrue(service.dispatcher.confirm(offer, MINUTE + 1).isEmpty());
    Offer again = service.offer(departAt(1, 5 * MINUTE, 0, 2), MINUTE + 1);
    assertTrue(service.dispatcher.confirm(again, 2 * MINUTE + 1).isPresent());
    Offer live = again;
    assertThrows(
        IllegalArgumentException.class, () -> service.dispatcher.confirm(live, 2 * MINUTE + 1));
  }

  @Test
  void timeNeverRunsBackwards() {
    TinyService service = new TinyService(bus());
    service.dispatcher.advance(HOUR);
    service.dispatcher.advance(HOUR);
    Exception fault =
        assertThrows(IllegalArgumentException.class, () -> service.dispatcher.advance(HOUR - 1));
    assertEquals("time runs backwards, from 3600000 to 3599999", fault.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> service.dispatcher.quote(departAt(1, HOUR, 0, 1), HOUR - 1));
    assertInstanceOf(Offer.class, service.dispatcher.quote(departAt(1, HOUR, 0, 1), HOUR));
  }
}
