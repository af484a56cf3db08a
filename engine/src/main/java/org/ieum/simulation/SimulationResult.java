package org.ieum.simulation;

import java.util.List;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.progress.LatencyRecorder;

/**
 * What happened in a simulated day.
 *
 * @param requests one for each trip, or for each on-demand ride confirmed where riders choose among
 *     journeys, in the order of ids
 * @param vehicles one for each vehicle, in the order of the fleet
 * @param events everything that the dispatcher told, in order
 * @param quoteLatency how long quotes took on this machine; not part of what is reproducible; whole
 *     answers to riders where they choose among journeys
 * @param journeys of riders who chose
 */
public record SimulationResult(
    List<RequestLog> requests,
    List<VehicleLog> vehicles,
    List<DispatchEvent> events,
    LatencyRecorder quoteLatency,
    JourneyResult journeys) {
  public SimulationResult {
    requests = List.copyOf(requests);
    vehicles = List.copyOf(vehicles);
    events = List.copyOf(events);
  }

  /** A day on which nobody chose among journeys. */
  public SimulationResult(
      List<RequestLog> requests,
      List<VehicleLog> vehicles,
      List<DispatchEvent> events,
      LatencyRecorder quoteLatency) {
    this(requests, vehicles, events, quoteLatency, JourneyResult.NONE);
  }
}
