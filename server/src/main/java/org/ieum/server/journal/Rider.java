package org.ieum.server.journal;

import org.jspecify.annotations.Nullable;

/**
 * Who a rider id stands for. Stands beside the journal, never in it.
 *
 * @param id as in bookings
 * @param name if known
 * @param phone if known
 * @param places where they often go, as JSON, if known
 * @param created when this was noted last, ms since 1970, UTC
 */
public record Rider(
    String id,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String places,
    long created) {}
