package org.ieum.transit;

/**
 * What is said of a trip beside its times.
 *
 * @param route index of its route
 * @param service index of the service whose days it runs on
 * @param id unique in the timetable: the feed's id, a colon, and the id in the feed
 * @param headsign what stands on the vehicle, or ""
 * @param wheelchair whether it takes wheelchairs
 */
public record TripInfo(int route, int service, String id, String headsign, Wheelchair wheelchair) {}
