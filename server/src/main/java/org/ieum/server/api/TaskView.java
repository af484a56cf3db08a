package org.ieum.server.api;

import java.time.OffsetDateTime;

/** Something that a driver has to do: a pickup or a drop-off. */
public record TaskView(
    String taskId,
    String type,
    String vehicleId,
    String bookingId,
    String stopId,
    OffsetDateTime plannedTime,
    int passengerCount,
    int wheelchairs,
    String state) {
  /** The same task in another state. */
  public TaskView withState(String other) {
    return new TaskView(
        taskId,
        type,
        vehicleId,
        bookingId,
        stopId,
        plannedTime,
        passengerCount,
        wheelchairs,
        other);
  }
}
