package org.ieum.server.journal;

/**
 * How a journal keeps up.
 *
 * @param oldestWaiting how long the first batch has waited to go to disk, ns; 0 when none waits
 * @param snapshotSeq number of the last event in the last snapshot, 0 when there is none
 * @param snapshotTime when that event happened, ms since 1970, UTC; 0 when there is none
 */
public record JournalHealth(long oldestWaiting, long snapshotSeq, long snapshotTime) {}
