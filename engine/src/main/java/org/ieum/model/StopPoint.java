package org.ieum.model;

/**
 * A physical place where vehicles may stop. The engine refers to it by its index in the area's list
 * of stop points; the id is the one that people and feeds use.
 *
 * @param id unique in the area, not blank
 * @param name what riders read
 * @param location where it is
 */
public record StopPoint(String id, String name, LatLon location) {
  public StopPoint {
    if (id.isBlank()) {
      throw new IllegalArgumentException(
          "stop point id must not be blank, name was '" + name + "'");
    }
  }
}
