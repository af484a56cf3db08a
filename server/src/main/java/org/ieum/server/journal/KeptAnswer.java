package org.ieum.server.journal;

/**
 * The first answer to a command with an idempotency key, to be given again.
 *
 * @param key of the command
 * @param time when it was given, ms since 1970, UTC
 * @param status of HTTP
 * @param body JSON
 */
public record KeptAnswer(AnswerKey key, long time, int status, String body) {}
