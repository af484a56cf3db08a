package org.ieum.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.GivenPassInput;
import org.ieum.server.api.GivenPassView;
import org.ieum.server.api.PassView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.StandingView;
import org.ieum.server.area.RiderDesk;

/** Riders without a fleet: r1 has nothing against them, r2 is restricted until that is lifted. */
final class FakeRiderDesk implements RiderDesk {
  private final FakeDesk desk;
  private final TreeSet<String> lifted = new TreeSet<>();
  private final List<GivenPassView> passes = new ArrayList<>();

  FakeRiderDesk(FakeDesk desk) {
    this.desk = desk;
  }

  @Override
  public StandingView standing(String riderId) {
    boolean isRestricted = riderId.equals("r2") && !lifted.contains(riderId);
    return isRestricted
        ? new StandingView("a", riderId, 5, 3, 1, FakeDesk.TIME, "four times of five")
        : new StandingView("a", riderId, 0, 0, 0, null, null);
  }

  @Override
  public StandingView lift(String riderId, String reasonCode) {
    if (standing(riderId).restrictedUntil() == null) {
      throw Refusal.conflict("rider " + riderId + " is not restricted");
    }
    lifted.add(riderId);
    return standing(riderId);
  }

  @Override
  public GivenPassView givePass(String riderId, GivenPassInput input) {
    PassView pass = new PassView(input.passId(), "Monthly", 100, List.of("on_demand"), 60, 30);
    String from = input.validFrom() == null ? "2026-05-06" : input.validFrom();
    passes.add(new GivenPassView("a", riderId, pass, from, "2026-06-04", 0, 60));
    return passes.get(passes.size() - 1);
  }

  @Override
  public List<GivenPassView> passes(String riderId) {
    return passes.stream().filter(pass -> pass.riderId().equals(riderId)).toList();
  }

  @Override
  public BookingView change(String bookingId, String offerId, boolean byOperator) {
    BookingView fresh = desk.book(offerId);
    desk.cancel(bookingId);
    return fresh;
  }

  @Override
  public BookingView bookWithReturn(String offerId, String returnOfferId) {
    desk.offerRider(returnOfferId);
    return desk.book(offerId).withReturn(desk.book(returnOfferId));
  }

  @Override
  public BookingView callOff(String bookingId) {
    return desk.cancel(bookingId);
  }
}
