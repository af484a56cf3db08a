package org.ieum.server.api;

/**
 * The end of a restriction.
 *
 * @param reasonCode {@code misreported}, {@code service_fault}, {@code hardship} or {@code
 *     goodwill}; a choice and no text, for it stands in the journal, which forgets nothing
 */
public record LiftInput(String reasonCode) {}
