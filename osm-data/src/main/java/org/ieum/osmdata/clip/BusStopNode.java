package org.ieum.osmdata.clip;

import org.ieum.model.LatLon;

/**
 * A bus stop of OpenStreetMap.
 *
 * @param id of the node
 * @param name blank when the map has none
 * @param location where it is
 * @param isWaitingPlace whether riders wait there ({@code highway=bus_stop} or a platform); false
 *     for the place on the road where the bus halts
 */
public record BusStopNode(long id, String name, LatLon location, boolean isWaitingPlace) {}
