package org.ieum.model;

import java.util.List;

/**
 * A vehicle of the fleet. The engine refers to it by its index in the list of vehicles.
 *
 * @param id unique in the area, not blank
 * @param configurations what it holds; the load must fit one of them at any time
 * @param shifts when it serves, in order, not overlapping
 */
public record Vehicle(String id, List<Capacity> configurations, List<Shift> shifts) {
  public Vehicle {
    if (id.isBlank()) {
      throw new IllegalArgumentException("vehicle id must not be blank");
    }
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("vehicle " + id + " must have a capacity");
    }
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("vehicle " + id + " must have a shift");
    }
    configurations = List.copyOf(configurations);
    shifts = List.copyOf(shifts);
    for (int i = 1; i < shifts.size(); i++) {
      Shift before = shifts.get(i - 1);
      if (before.time().latest() > shifts.get(i).time().earliest()) {
        throw new IllegalArgumentException(
            "shifts of vehicle "
                + id
                + " must not overlap, were "
                + before
                + " and "
                + shifts.get(i));
      }
      if (before.endStopPoint() == Shift.ANYWHERE) {
        throw new IllegalArgumentException(
            "only the last shift of vehicle " + id + " may end anywhere, was " + before);
      }
    }
  }

  /** Whether the vehicle can carry a party when it is empty. */
  public boolean fits(Party party) {
    for (Capacity capacity : configurations) {
      if (capacity.fits(party.riders(), party.wheelchairs())) {
        return true;
      }
    }
    return false;
  }
}
