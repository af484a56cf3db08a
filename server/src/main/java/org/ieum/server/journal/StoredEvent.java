package org.ieum.server.journal;

/**
 * An event on disk.
 *
 * @param event what happened
 * @param hash SHA-256, in hexadecimal, over the hash of the event before and this event
 */
public record StoredEvent(JournalEvent event, String hash) {}
