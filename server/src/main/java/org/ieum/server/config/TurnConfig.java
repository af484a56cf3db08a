package org.ieum.server.config;

import java.util.Optional;
import org.ieum.road.KerbSide;
import org.ieum.road.TurnRules;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * How vehicles turn and stop; the same as the options of {@code ieum simulate}.
 *
 * @param costs whether turns count: turn restrictions of the map hold, turning round takes time,
 *     and vehicles stop on their side of the road; not if not given
 * @param uTurn how long turning round takes; 30 s if not given
 * @param kerbSide on which side of the vehicle stops lie; right if not given
 */
public record TurnConfig(
    @Nullable Boolean costs, @Nullable TimeSpan uTurn, @Nullable KerbSide kerbSide) {
  static final TurnConfig DEFAULT = new TurnConfig(null, null, null);

  public TurnConfig {
    if (costs == null && (uTurn != null || kerbSide != null)) {
      throw new IllegalArgumentException("costs is missing, u_turn and kerb_side need costs: true");
    }
    rules(uTurn, kerbSide);
  }

  private static TurnRules rules(@Nullable TimeSpan uTurn, @Nullable KerbSide kerbSide) {
    try {
      return new TurnRules(
          uTurn == null ? TurnRules.DEFAULT.uTurn() : uTurn.millis(),
          kerbSide == null ? TurnRules.DEFAULT.kerbSide() : kerbSide);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("u_turn must take from 0s to 1h, was " + uTurn, e);
    }
  }

  /** The same for an area, if turns count. */
  Optional<TurnRules> findRules() {
    return costs != null && costs ? Optional.of(rules(uTurn, kerbSide)) : Optional.empty();
  }
}
