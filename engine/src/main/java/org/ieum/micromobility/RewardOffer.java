package org.ieum.micromobility;

import org.ieum.model.Money;

/**
 * What a rider is offered for ending elsewhere.
 *
 * @param candidate who and where
 * @param reward paid when the rider does so
 * @param acceptance how likely that is
 * @param riders how many other riders that saves
 */
public record RewardOffer(
    RewardCandidate candidate, Money reward, double acceptance, double riders) {}
