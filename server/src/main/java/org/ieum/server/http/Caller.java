package org.ieum.server.http;

import java.util.Set;
import org.ieum.server.api.RiderIds;

/**
 * Who sends a request.
 *
 * @param id of the key, which is not the key; idempotency keys of two callers never meet
 * @param role what they may do
 * @param subject id of the rider or of the vehicle whose key it is, "" for other roles
 * @param areas ids of the areas that they may use; all when empty
 */
public record Caller(String id, Role role, String subject, Set<String> areas) {
  public Caller {
    areas = Set.copyOf(areas);
    if (role.isPersonal() == subject.isEmpty()) {
      throw new IllegalArgumentException(
          "riders and drivers have a subject and nobody else, was '"
              + subject
              + "' for a "
              + role.label());
    }
    if (role == Role.RIDER && RiderIds.isGuest(subject)) {
      throw new IllegalArgumentException("a rider must not be a guest, was '" + subject + "'");
    }
  }

  /** One who may use all areas. */
  public Caller(String id, Role role, String subject) {
    this(id, role, subject, Set.of());
  }

  /** Whether an area is among theirs. */
  boolean mayUse(String areaId) {
    return areas.isEmpty() || areas.contains(areaId);
  }
}
