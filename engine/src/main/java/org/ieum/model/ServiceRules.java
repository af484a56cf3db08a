package org.ieum.model;

/**
 * All rules of one service.
 *
 * @param promise how much a trip may be stretched
 * @param dwell how long vehicles stand
 * @param booking which requests are taken
 * @param weights what dispatch minimises
 */
public record ServiceRules(
    PromiseRules promise, DwellRules dwell, BookingRules booking, CostWeights weights) {
  public static final ServiceRules DEFAULT =
      new ServiceRules(
          PromiseRules.DEFAULT, DwellRules.DEFAULT, BookingRules.DEFAULT, CostWeights.DEFAULT);
}
