package org.ieum.server.journal;

/**
 * The idempotency key of a command.
 *
 * @param scope whose key it is, so that keys of two clients never meet
 * @param key as sent by the client
 * @param request fingerprint of method, path and body; another one with the same key is refused
 */
public record AnswerKey(String scope, String key, String request) {}
