package org.ieum.micromobility;

/**
 * A scooter that riders can be given.
 *
 * @param id unique
 * @param place of {@link LastMileTimes}
 * @param rangeMetres how far it is trusted to go
 * @param freeFrom when it can be had, ms
 * @param reservedFor the rider who has been promised it, or ""
 */
public record OfferedScooter(
    String id, int place, int rangeMetres, int freeFrom, String reservedFor) {
  public OfferedScooter {
    if (id.isBlank()) {
      throw new IllegalArgumentException("scooter id must not be blank, was '" + id + "'");
    }
    if (rangeMetres < 0) {
      throw new IllegalArgumentException("range must be >= 0 m, was " + rangeMetres);
    }
  }
}
