package org.ieum.server.command;

import java.util.Optional;
import org.ieum.progress.InputException;
import org.ieum.road.KerbSide;
import org.ieum.road.TurnRules;
import org.ieum.server.quantity.TimeSpan;
import picocli.CommandLine.Option;

/** How vehicles turn and stop. */
@OptionGroup("Turns")
final class TurnOptions {
  @Option(
      names = "--turn-costs",
      description =
          "Let turns count: the map's turn restrictions hold, turning round takes --u-turn, and"
              + " vehicles stop on --kerb-side.")
  boolean isOn;

  @Option(
      names = "--u-turn",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long turning round takes, with --turn-costs.")
  TimeSpan uTurn;

  @Option(
      names = "--kerb-side",
      paramLabel = "SIDE",
      defaultValue = "right",
      description =
          "right, left: side of the vehicle on which a stop must lie where the road is open in both"
              + " directions; any: such a stop becomes two, one for each. With --turn-costs.")
  KerbSide kerbSide;

  /**
   * The same for the area, if turns count.
   *
   * @throws InputException when other options of turns are given without --turn-costs, or turning
   *     round takes too long
   */
  Optional<TurnRules> findRules() {
    TurnRules rules;
    try {
      rules = new TurnRules(uTurn.millis(), kerbSide);
    } catch (IllegalArgumentException e) {
      throw new InputException("--u-turn: must take from 0s to 1h, was " + uTurn);
    }
    if (!isOn && !rules.equals(TurnRules.DEFAULT)) {
      throw new InputException("--u-turn and --kerb-side need --turn-costs");
    }
    return isOn ? Optional.of(rules) : Optional.empty();
  }
}
