package org.ieum.micromobility;

/**
 * A stop of a van.
 *
 * @param place where
 * @param arrival ms since the epoch
 * @param departure ms since the epoch, when all is done
 * @param loaded scooters that come aboard
 * @param unloaded scooters that are left
 * @param swapped batteries that are changed
 */
public record VanTourStop(
    int place, int arrival, int departure, int loaded, int unloaded, int swapped) {}
