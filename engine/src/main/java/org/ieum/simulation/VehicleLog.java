package org.ieum.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.Vehicle;

/** What one vehicle did: where it drove, and what it was doing at any time. */
public final class VehicleLog {
  /** What a vehicle is doing. */
  public enum Activity {
    OFF_DUTY,
    IDLE,
    AT_STOP,
    DRIVING,
    ON_BREAK
  }

  /**
   * What the vehicle does from a time on.
   *
   * @param start ms since the epoch
   * @param activity what it does
   * @param aboard people in it
   */
  public record Span(int start, Activity activity, int aboard) {}

  private final Vehicle vehicle;
  private final List<DrivenLeg> legs = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private Activity activity = Activity.OFF_DUTY;
  private int aboard;
  private int dwellEnd;
  private int fromPlace;
  private int legDeparture;
  private int legAboard;
  private int lastArrival;
  private int repositioning;

  VehicleLog(Vehicle vehicle) {
    this.vehicle = vehicle;
    spans.add(new Span(Integer.MIN_VALUE, Activity.OFF_DUTY, 0));
    int start = vehicle.shifts().get(0).time().earliest();
    note(start, Activity.IDLE, 0);
    lastArrival = start;
  }

  public Vehicle vehicle() {
    return vehicle;
  }

  /** Its drives, in order. */
  public List<DrivenLeg> legs() {
    return Collections.unmodifiableList(legs);
  }

  /** What it did, in order; the last span never ends. */
  public List<Span> spans() {
    return Collections.unmodifiableList(spans);
  }

  /** How long it drove, idle, to where riders were expected, ms; in its drives, too. */
  public int repositioning() {
    return repositioning;
  }

  /** When it reached the stop where it is. */
  int lastArrival() {
    return lastArrival;
  }

  private void note(int time, Activity next, int people) {
    if (next != activity || people != aboard) {
      activity = next;
      aboard = people;
      int last = spans.size() - 1;
      if (spans.get(last).start() == time) {
        spans.set(last, new Span(time, next, people));
      } else {
        spans.add(new Span(time, next, people));
      }
    }
  }

  void departed(int time, int from) {
    endDwell(time);
    fromPlace = from;
    legDeparture = time;
    legAboard = aboard;
    note(time, Activity.DRIVING, aboard);
  }

  /** A vehicle that stays, empty, where it let riders off or had a break is idle after that. */
  private void endDwell(int time) {
    boolean busy = activity == Activity.AT_STOP || activity == Activity.ON_BREAK;
    if (busy && aboard == 0 && dwellEnd < time) {
      note(dwellEnd, Activity.IDLE, 0);
    }
  }

  /** The vehicle leaves its path; what comes after is another leg. */
  void diverted(int time, int toPlace, DrivenRoads roads) {
    endLeg(time, toPlace, roads);
    note(time, Activity.IDLE, aboard);
  }

  /** The idle vehicle goes a part of the way to somewhere. */
  void repositioned(int departure, int from, int towards, int time, DrivenRoads roads) {
    departed(departure, from);
    endLeg(time, towards, roads);
    note(time, Activity.IDLE, aboard);
    repositioning += time - departure;
  }

  void arrived(int time, int place, StopKind kind, int served, DrivenRoads roads) {
    if (place != RoutePlan.ANYWHERE) {
      endLeg(time, place, roads);
    }
    lastArrival = time;
    dwellEnd = served;
    switch (kind) {
      case BREAK -> note(time, Activity.ON_BREAK, aboard);
      case SHIFT_END -> note(time, Activity.OFF_DUTY, aboard);
      case SHIFT_START -> note(time, Activity.IDLE, aboard);
      default -> note(time, Activity.AT_STOP, aboard);
    }
  }

  /** The vehicle was kept at its stop until now. */
  void waited(int time) {
    dwellEnd = Math.max(dwellEnd, time);
  }

  void boarded(int time, int people) {
    endDwell(time);
    note(time, Activity.AT_STOP, aboard + people);
  }

  void alighted(int time, int people) {
    note(time, Activity.AT_STOP, aboard - people);
  }

  private void endLeg(int time, int toPlace, DrivenRoads roads) {
    legs.add(roads.leg(fromPlace, toPlace, legDeparture, time, legAboard));
  }
}
