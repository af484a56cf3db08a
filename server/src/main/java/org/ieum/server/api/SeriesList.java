package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of series; the cursor leads to the next one, null when this is the last. */
public record SeriesList(List<SeriesView> series, @Nullable String nextCursor) {}
