package org.ieum.micromobility;

/**
 * A rider who could end somewhere else. The same rider may stand in several candidates.
 *
 * @param rider means nothing but who it is
 * @param destination place where the ride would end
 * @param place where it could end instead
 * @param extra how much longer the rider is on the way then, walk included, ms
 */
public record RewardCandidate(int rider, int destination, int place, int extra) {
  public RewardCandidate {
    if (destination == place) {
      throw new IllegalArgumentException("it must be another place, was " + place);
    }
    if (extra < 0) {
      throw new IllegalArgumentException("extra must be >= 0 ms, was " + extra);
    }
  }
}
