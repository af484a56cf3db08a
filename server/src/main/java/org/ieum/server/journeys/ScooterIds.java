package org.ieum.server.journeys;

/**
 * How clients name scooters: those of the area's own system, and those of the only system that is
 * managed, by their bare ids, all others by the id of their system, a colon and their own.
 *
 * @param own system of the area itself
 * @param oneSystem whether only one system is managed
 */
public record ScooterIds(String own, boolean oneSystem) {
  /** The id of a scooter. */
  public String id(String system, boolean isManaged, String scooter) {
    return isManaged && (oneSystem || system.equals(own)) ? scooter : system + ":" + scooter;
  }
}
