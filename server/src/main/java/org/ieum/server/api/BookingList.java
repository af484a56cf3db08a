package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of bookings; the cursor leads to the next one, null when this is the last. */
public record BookingList(List<BookingView> bookings, @Nullable String nextCursor) {}
