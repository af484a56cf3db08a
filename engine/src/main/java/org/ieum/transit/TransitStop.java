package org.ieum.transit;

import org.ieum.model.LatLon;

/**
 * A place where vehicles stop.
 *
 * @param feed index of its feed
 * @param id unique in the timetable: the feed's id, a colon, and the id in the feed
 * @param name what riders read
 * @param position where it is
 * @param parent id of the station it belongs to, or ""
 * @param zone its fare zone in its feed, or ""
 * @param wheelchair whether wheelchairs can get to the vehicles here
 */
public record TransitStop(
    int feed,
    String id,
    String name,
    LatLon position,
    String parent,
    String zone,
    Wheelchair wheelchair) {}
