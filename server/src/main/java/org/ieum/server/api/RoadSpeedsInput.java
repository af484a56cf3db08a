package org.ieum.server.api;

import java.util.List;

/**
 * All roads that are closed or driven at another speed than usual; no others are from now on.
 *
 * @param speeds none for all as usual
 * @param reason for the record; no names or numbers of people, for it is kept
 */
public record RoadSpeedsInput(List<RoadSpeedInput> speeds, String reason) {}
