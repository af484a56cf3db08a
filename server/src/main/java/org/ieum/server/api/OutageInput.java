package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle that drives nobody for a while.
 *
 * @param reason for the record
 * @param until when it is back; at the end of its shift when null
 */
public record OutageInput(String reason, @Nullable OffsetDateTime until) {}
