package org.ieum.server.journal;

/**
 * What is kept of an API key; not the key.
 *
 * @param id to name it by
 * @param role that it gives
 * @param subject whose it is
 * @param hash of the key
 * @param created ms since 1970, UTC
 */
public record ApiKey(String id, String role, String subject, String hash, long created) {}
