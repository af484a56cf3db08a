package org.ieum.server.area;

import java.util.List;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.OutageView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.PositionView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.ShiftEndView;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.TaskView;
import org.ieum.server.api.VehicleView;

/**
 * All that can be asked of an area and done in it, for its writer's thread. Each method throws
 * {@link org.ieum.server.api.Refusal} when it cannot be done: {@code NOT_FOUND} for an unknown id,
 * {@code CONFLICT} when the state forbids it.
 */
public interface AreaDesk {
  /**
   * Accepts an offer: {@code NOT_FOUND}, {@code GONE} when expired, {@code CONFLICT} with a fresh
   * QuoteView when it cannot be kept.
   */
  BookingView book(String offerId);

  /** Who would ride by an offer: {@code NOT_FOUND} when there is none. */
  String offerRider(String offerId);

  BookingView booking(String bookingId);

  /** Live bookings behind one id, in the order of their ids, of one rider or vehicle if not "". */
  List<BookingView> bookings(String afterId, int limit, String riderId, String vehicleId);

  /** Calls a booking off for its rider; {@link RiderDesk#callOff} does for the operator. */
  BookingView cancel(String bookingId);

  BookingView board(String bookingId, BoardInput who);

  BookingView alight(String bookingId);

  BookingView noShow(String bookingId);

  List<VehicleView> vehicles();

  VehicleView vehicle(String vehicleId);

  RoutePlanView routePlan(String vehicleId);

  List<TaskView> tasks(String vehicleId);

  TaskView task(String taskId);

  List<ShiftView> shifts();

  ShiftView addShift(ShiftInput input);

  /** Notes a position; an older sequence than the last is ignored and the last one returned. */
  PositionView report(String vehicleId, PositionInput input);

  /** Takes a vehicle out of service; its rides get others, or fail, which is told. */
  OutageView takeOut(String vehicleId, OutageInput input);

  /** Ends the shift of a vehicle earlier; rides that it cannot serve before get others. */
  ShiftEndView endShift(String vehicleId, ShiftEndInput input);

  /** Gives a ride to another vehicle: {@code CONFLICT} when aboard or without a place there. */
  BookingView reassign(String bookingId, ReassignInput input);

  /** The vehicle is at the stop of a task, whatever was planned. */
  TaskView arrive(String taskId);

  /** A pickup is left out: nobody came, or the ride gets another vehicle. */
  TaskView skip(String taskId);

  StopView closeStop(String stopId);

  StopView reopenStop(String stopId);

  /** Which roads are not as usual; {@link Area#setRoadSpeeds} changes that. */
  RoadSpeedsView roadSpeeds();

  int liveBookings();

  /** Riders, and changes of their bookings as a whole. */
  RiderDesk riders();

  SeriesDesk series();

  ScooterDesk scooters();

  /** Who makes a journey that can be confirmed: {@code NOT_FOUND} when there is none. */
  String journeyRider(String journeyId);

  /** What was asked for when a journey was found, to ask again. */
  JourneyInput journeyInput(String journeyId);

  /**
   * Confirms the legs of a journey, all or none: {@code NOT_FOUND}, {@code GONE} when expired,
   * {@code CONFLICT} when one of them can no longer be had or there is nothing to confirm.
   */
  JourneyConfirmation confirmJourney(String journeyId);
}
