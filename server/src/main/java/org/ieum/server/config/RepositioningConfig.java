package org.ieum.server.config;

import java.util.Optional;
import org.ieum.reposition.RepositionRules;
import org.jspecify.annotations.Nullable;

/**
 * Whether idle vehicles are moved to where riders are expected. What is not given is as the options
 * of {@code ieum serve} say.
 *
 * @param source where to expect them; off if not given
 */
public record RepositioningConfig(@Nullable RepositionSource source) {
  /** Nothing given, so nobody is moved. */
  public static final RepositioningConfig DEFAULT = new RepositioningConfig(null);

  @Override
  public RepositionSource source() {
    return source == null ? RepositionSource.OFF : source;
  }

  /** The same with what another one says of what is not given here. */
  RepositioningConfig or(RepositioningConfig usual) {
    return source == null ? usual : this;
  }

  /** How an area moves its vehicles, unless they are to wait where they are. */
  Optional<RepositionRules> findRules() {
    return source() == RepositionSource.OFF
        ? Optional.empty()
        : Optional.of(RepositionRules.DEFAULT);
  }
}
