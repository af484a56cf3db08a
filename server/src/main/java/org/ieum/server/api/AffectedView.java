package org.ieum.server.api;

/**
 * A ride that lost its vehicle.
 *
 * @param wasAboard whether the party sat in it
 * @param booking as it is now: with another vehicle, or failed
 */
public record AffectedView(boolean wasAboard, BookingView booking) {}
