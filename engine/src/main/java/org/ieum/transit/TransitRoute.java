package org.ieum.transit;

/**
 * A line, as riders know it.
 *
 * @param feed index of its feed
 * @param id unique in the timetable: the feed's id, a colon, and the id in the feed
 * @param agencyId id of its agency in the feed, or ""
 * @param agency name of whoever runs it
 * @param shortName such as 28, or ""
 * @param longName or ""
 * @param mode {@code route_type} of GTFS: 0 tram, 1 metro, 2 rail, 3 bus, 4 ferry and so on
 */
public record TransitRoute(
    int feed,
    String id,
    String agencyId,
    String agency,
    String shortName,
    String longName,
    int mode) {}
