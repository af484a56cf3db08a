package org.ieum.server.api;

import java.time.OffsetDateTime;

/**
 * An earlier end of a vehicle's shift, or of its next one.
 *
 * @param endTime when the vehicle is to be at the end of its shift
 * @param reason for the record; no names or numbers of people, for it is kept
 */
public record ShiftEndInput(OffsetDateTime endTime, String reason) {}
