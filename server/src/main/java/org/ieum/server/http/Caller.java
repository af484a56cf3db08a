package org.ieum.server.http;

/**
 * Who sends a request.
 *
 * @param id of the key, which is not the key; idempotency keys of two callers never meet
 * @param role what they may do
 * @param subject id of the rider or of the vehicle whose key it is, "" for other roles
 */
public record Caller(String id, Role role, String subject) {
  public Caller {
    boolean needsSubject = role == Role.RIDER || role == Role.DRIVER;
    if (needsSubject == subject.isEmpty()) {
      throw new IllegalArgumentException(
          "riders and drivers have a subject and nobody else, was '"
              + subject
              + "' for a "
              + role.label());
    }
  }
}
