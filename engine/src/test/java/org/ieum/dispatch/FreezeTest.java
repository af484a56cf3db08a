package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.HOUR;
import static org.ieum.dispatch.TinyService.MINUTE;
import static org.ieum.fleet.RouteRebuild.alighting;
import static org.ieum.fleet.RouteRebuild.boarding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.dispatch.DispatchEvent.ImprovedRoute;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.model.Capacity;
import org.ieum.model.Offer;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.reoptimize.ProposedRoutes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What re-optimisation may not touch. Bus 0 stands at stop point 0 and has been given a ride from 3
 * to 4, which bus 1, at stop point 4, could take more cheaply.
 */
final class FreezeTest {
  private static final int FAR = 0;
  private static final int NEAR = 1;
  private static final long RIDE = 1;

  private final TinyService service = new TinyService(bus("far", 0), bus("near", 4));
  private final Dispatcher dispatcher = service.dispatcher;

  private static Vehicle bus(String id, int start) {
    return bus(id, shift(start, 0, 10 * HOUR));
  }

  private static Vehicle bus(String id, Shift... shifts) {
    return new Vehicle(id, List.of(new Capacity(4, 0)), List.of(shifts));
  }

  private static Shift shift(int start, int from, int to) {
    return new Shift(new TimeWindow(from, to), start, start, List.of());
  }

  @BeforeEach
  void giveTheRideToTheFarBus() {
    Offer offer = service.offer(TinyService.departAt(RIDE, 2 * HOUR, 3, 4), 0);
    assertTrue(dispatcher.assign(offer, FAR, 0, 0, 0).isPresent());
    assertEquals(FAR, vehicle());
  }

  private int vehicle() {
    return dispatcher.findBooking(RIDE).orElseThrow().vehicle();
  }

  private static ProposedRoutes move() {
    return proposal(new long[0], new long[] {boarding(RIDE), alighting(RIDE)});
  }

  private static ProposedRoutes proposal(long[] far, long[] near) {
    return new ProposedRoutes(new int[] {FAR, NEAR}, new long[][] {far, near});
  }

  private void staysAt(int time, ProposedRoutes proposal) {
    staysAt(time, proposal, /* isOutdated= */ true);
  }

  private void staysAt(int time, ProposedRoutes proposal, boolean isOutdated) {
    dispatcher.advance(time);
    DispatchState before = dispatcher.state();
    int told = service.events.size();
    assertEquals(0, dispatcher.applyRoutes(proposal, time));
    assertEquals(isOutdated, dispatcher.wereRoutesOutdated());
    assertEquals(before, dispatcher.state());
    assertEquals(told, service.events.size());
  }

  @Test
  void aRideThatNobodyHasBeenToldTheVehicleOfMoves() {
    long saved = dispatcher.applyRoutes(move(), HOUR);
    // Four legs less there and back, at the same times for the rider.
    assertTrue(saved > 0, "saved " + saved);
    assertEquals(NEAR, vehicle());
    assertEquals(0, service.fleet().rideCount(FAR));
    RoutesImproved told = service.events(RoutesImproved.class).get(0);
    assertEquals(saved, told.saved());
    assertEquals(
        List.of(
            new ImprovedRoute(FAR, List.of()),
            new ImprovedRoute(NEAR, List.of(boarding(RIDE), alighting(RIDE)))),
        told.routes());
  }

  @Test
  void anAnnouncedVehicleComes() {
    dispatcher.announceVehicles(90 * MINUTE, HOUR);
    staysAt(HOUR, move());
    assertTrue(dispatcher.findBooking(RIDE).orElseThrow().isAnnounced());
  }

  @Test
  void nobodyIsToldAVehicleTooEarly() {
    dispatcher.announceVehicles(10 * MINUTE, HOUR);
    assertEquals(List.of(), service.events(DispatchEvent.VehicleAnnounced.class));
    assertTrue(dispatcher.applyRoutes(move(), HOUR) > 0);
  }

  @Test
  void theStopThatIsBeingApproachedStays() {
    int out = service.fleet().departure(FAR, 0) + MINUTE;
    dispatcher.advance(out);
    assertTrue(service.fleet().departed(FAR));
    staysAt(out, move());
  }

  @Test
  void whoIsAboardStaysAboard() {
    dispatcher.advance(2 * HOUR + 1);
    dispatcher.board(
        RIDE, dispatcher.findBooking(RIDE).orElseThrow().offer().request().party(), 2 * HOUR + 1);
    staysAt(2 * HOUR + 2, move());
    staysAt(2 * HOUR + 2 * MINUTE, move());
  }

  @Test
  void whatHasChangedSinceIsLeftAsItIs() {
    Offer other = service.offer(TinyService.departAt(2, 4 * HOUR, 3, 4), HOUR);
    assertTrue(dispatcher.assign(other, FAR, 2, 2, HOUR).isPresent());
    staysAt(HOUR, move());
  }

  /** It has got behind the end of a shift since, and one that is new makes up for it in number. */
  @Test
  void whoRidesInALaterShiftNowIsNotTakenOutOfIt() {
    TinyService evening =
        new TinyService(
            bus("far", shift(0, 0, HOUR), shift(0, 90 * MINUTE, 10 * HOUR)), bus("near", 4));
    Offer later = evening.offer(TinyService.departAt(RIDE, 2 * HOUR, 3, 4), 0);
    assertTrue(evening.dispatcher.assign(later, FAR, 2, 2, 0).isPresent());
    Offer other = evening.offer(TinyService.departAt(2, 4 * HOUR, 0, 1), 0);
    assertTrue(evening.dispatcher.assign(other, NEAR, 0, 0, 0).isPresent());
    DispatchState before = evening.dispatcher.state();
    assertEquals(0, evening.dispatcher.applyRoutes(move(), 0));
    assertTrue(evening.dispatcher.wereRoutesOutdated());
    assertEquals(before, evening.dispatcher.state());
  }

  @Test
  void whoHasCalledOffIsLeftOut() {
    Offer other = service.offer(TinyService.departAt(2, 4 * HOUR, 3, 4), HOUR);
    assertTrue(dispatcher.assign(other, FAR, 2, 2, HOUR).isPresent());
    dispatcher.cancel(RIDE, HOUR);
    long[] both = {boarding(RIDE), alighting(RIDE), boarding(2), alighting(2)};
    assertTrue(dispatcher.applyRoutes(proposal(new long[0], both), HOUR) > 0);
    assertEquals(NEAR, dispatcher.findBooking(2).orElseThrow().vehicle());
  }

  @Test
  void whatIsNoBetterIsLeftAsItIs() {
    dispatcher.applyRoutes(move(), HOUR);
    staysAt(
        HOUR,
        proposal(new long[] {boarding(RIDE), alighting(RIDE)}, new long[0]),
        /* isOutdated= */ false);
    staysAt(HOUR, move(), /* isOutdated= */ false);
  }

  @Test
  void whatMakesNoSenseIsLeftAsItIs() {
    staysAt(HOUR, proposal(new long[0], new long[] {boarding(RIDE)}));
    staysAt(HOUR, proposal(new long[0], new long[] {alighting(RIDE), boarding(RIDE)}));
    staysAt(HOUR, proposal(new long[0], new long[0]));
    staysAt(HOUR, proposal(new long[0], new long[] {boarding(7), alighting(7)}));
    long[] twice = {boarding(RIDE), alighting(RIDE)};
    staysAt(HOUR, proposal(twice, twice));
  }

  @Test
  void aReplayThatDoesNotFitFailsLoudly() {
    List<ImprovedRoute> routes =
        List.of(
            new ImprovedRoute(FAR, List.of()),
            new ImprovedRoute(NEAR, List.of(boarding(7), alighting(7))));
    assertThrows(IllegalStateException.class, () -> dispatcher.replayRoutes(routes, HOUR));
  }
}
