package org.ieum.server.journal;

/**
 * The state of an area behind an event, so that starting need not replay all history.
 *
 * @param seq number of the last event that it contains
 * @param hash of that event
 * @param data what the area wrote
 */
public record Snapshot(long seq, String hash, String data) {}
