package org.ieum.dispatch;

import java.util.List;
import java.util.Optional;
import org.ieum.insertion.RequestLimits;
import org.ieum.model.BookingRules;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.model.RideRequest;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.Vehicle;

/** Says no to requests that no state of the fleet could serve, with the reason. */
final class Admission {
  private final BookingRules rules;
  private final List<Vehicle> vehicles;

  /**
   * @param vehicles may change later, as their shifts do
   */
  Admission(BookingRules rules, List<Vehicle> vehicles) {
    this.rules = rules;
    this.vehicles = vehicles;
  }

  /** The reason against a request by itself, before any limits are worked out. */
  Optional<Rejection> findObjection(RideRequest request, int now) {
    long lead = (long) request.time() - now;
    if (lead < 0) {
      return reject(
          RejectionReason.BOOKING_RULE, "requested time is " + -lead / 1000 + " s in the past");
    }
    if (lead < rules.minLead()) {
      return reject(
          RejectionReason.BOOKING_RULE,
          "requested "
              + lead / 1000
              + " s ahead, at least "
              + rules.minLead() / 1000
              + " s needed");
    }
    if (lead > rules.maxAhead()) {
      return reject(
          RejectionReason.BOOKING_RULE,
          "requested "
              + lead / 1000
              + " s ahead, at most "
              + rules.maxAhead() / 1000
              + " s allowed");
    }
    return findVehicleObjection(request);
  }

  private Optional<Rejection> findVehicleObjection(RideRequest request) {
    int mostWheelchairs = 0;
    for (Vehicle vehicle : vehicles) {
      if (vehicle.fits(request.party())) {
        return Optional.empty();
      }
      for (var capacity : vehicle.configurations()) {
        mostWheelchairs = Math.max(mostWheelchairs, capacity.wheelchairPlaces());
      }
    }
    int wheelchairs = request.party().wheelchairs();
    if (wheelchairs > mostWheelchairs) {
      return reject(
          RejectionReason.NO_ACCESSIBLE_VEHICLE,
          "no vehicle takes " + wheelchairs + " wheelchairs");
    }
    return reject(
        RejectionReason.BOOKING_RULE,
        "a party of " + request.party().size() + " is larger than any vehicle");
  }

  /** The reason against a request with its limits. */
  Optional<Rejection> findObjection(RideRequest request, RequestLimits limits) {
    if (limits.isEmpty()) {
      return reject(RejectionReason.BOOKING_RULE, whyEmpty(request, limits));
    }
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    for (int i = 0; i < limits.pickupCount(); i++) {
      for (int j = 0; j < limits.dropoffCount(); j++) {
        if (!limits.isClosed(i, j)) {
          earliest = Math.min(earliest, limits.earliest(i, j));
          latest = Math.max(latest, limits.latestPickup(i, j));
        }
      }
    }
    for (Vehicle vehicle : vehicles) {
      if (vehicle.fits(request.party())) {
        for (Shift shift : vehicle.shifts()) {
          if (shift.time().earliest() <= latest && shift.time().latest() > earliest) {
            return Optional.empty();
          }
        }
      }
    }
    return reject(RejectionReason.OUT_OF_HOURS, "no fitting vehicle is on shift then");
  }

  private static String whyEmpty(RideRequest request, RequestLimits limits) {
    if (request.timeType() == TimeType.ARRIVE_BY) {
      return "the destination cannot be reached by the requested time";
    }
    for (int i = 0; i < limits.pickupCount(); i++) {
      if (limits.latestPickup(i, 0) < limits.earliest(i, 0)) {
        return "the walk to the pickup takes longer than the longest wait";
      }
    }
    return "pickup and drop-off are the same stop";
  }

  private static Optional<Rejection> reject(RejectionReason reason, String detail) {
    return Optional.of(new Rejection(reason, detail));
  }
}
