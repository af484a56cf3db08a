package org.ieum.server.journal;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it is kept.
 *
 * @param seq counts up by one within the area, from 1
 * @param time when it happened, ms since 1970, UTC
 * @param type such as {@code ride_confirmed}
 * @param booking id of the booking that it is about
 * @param vehicle id of the vehicle that it is about
 * @param data the rest, as JSON whose text is the same for the same content
 */
public record JournalEvent(
    long seq,
    long time,
    String type,
    @Nullable String booking,
    @Nullable String vehicle,
    String data) {}
