package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle that drives nobody for a while, perhaps in exchange for another one.
 *
 * @param reason for the record; no names or numbers of people, for it is kept
 * @param until when it is back; at the end of its shift when null
 * @param replacementVehicleId which vehicle takes on its rides as far as it can; null for whichever
 *     is best for each
 */
public record OutageInput(
    String reason, @Nullable OffsetDateTime until, @Nullable String replacementVehicleId) {}
