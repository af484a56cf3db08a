package org.ieum.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.fare.Mode;
import org.ieum.journey.Journey;
import org.ieum.journey.Leg;

/** How riders who chose among journeys travelled, and what shared scooters did for it. */
final class JourneyFigures {
  private static final String JOURNEYS = "Journeys";
  private static final String SHARES = "Mode shares";
  private static final String LAST_MILE = "Last mile";

  /** Combinations that are shown even if nobody travels so, in the order of the page. */
  private static final List<String> MIXES =
      List.of(
          "walk",
          "drt",
          "transit",
          "scooter",
          "drt+transit",
          "transit+scooter",
          "drt+scooter",
          "drt+transit+scooter");

  private final JourneyResult result;

  /** Those that found a way. */
  private final List<JourneyLog> made = new ArrayList<>();

  private final List<KeyFigure> figures = new ArrayList<>();

  private JourneyFigures(JourneyResult result) {
    this.result = result;
    for (JourneyLog log : result.journeys()) {
      if (log.journey() != null) {
        made.add(log);
      }
    }
  }

  /** Nothing when nobody chose. */
  static List<KeyFigure> of(JourneyResult result) {
    if (result.journeys().isEmpty()) {
      return List.of();
    }
    JourneyFigures all = new JourneyFigures(result);
    all.addJourneys();
    all.addShares();
    all.addLastMile();
    return all.figures;
  }

  private void add(
      String group, String name, String label, double value, String unit, String description) {
    figures.add(new KeyFigure(group, name, label, value, unit, description, false));
  }

  private void addHeadline(
      String group, String name, String label, double value, String unit, String description) {
    figures.add(new KeyFigure(group, name, label, value, unit, description, true));
  }

  private int count(JourneyOutcome outcome) {
    int count = 0;
    for (JourneyLog log : result.journeys()) {
      count += log.outcome() == outcome ? 1 : 0;
    }
    return count;
  }

  private void addJourneys() {
    Sample doorToDoor = new Sample();
    Sample walk = new Sample();
    Sample transfers = new Sample();
    Sample fare = new Sample();
    Sample late = new Sample();
    int refusals = 0;
    for (JourneyLog log : result.journeys()) {
      refusals += log.refusals();
      if (log.outcome() == JourneyOutcome.ARRIVED) {
        doorToDoor.add((log.arrivedAt() - log.departedAt()) / 1e3);
        walk.add(log.walking() / 1e3);
        transfers.add(log.transfers());
        fare.add((double) log.fare());
        late.add((log.arrivedAt() - log.plannedArrival()) / 1e3);
      }
    }
    int all = result.journeys().size();
    addHeadline(
        JOURNEYS, "journeys", "Journeys", all, "", "Trips whose riders chose among journeys.");
    add(
        JOURNEYS,
        "journeysMade",
        "Journeys made",
        count(JourneyOutcome.ARRIVED),
        "",
        "Those that ended at their destination.");
    addHeadline(
        JOURNEYS,
        "journeysNoWay",
        "No way found",
        ratio(count(JourneyOutcome.NO_WAY), all),
        "share",
        "Trips without any journey that could be confirmed, of all.");
    add(
        JOURNEYS,
        "journeysGivenUp",
        "Journeys given up",
        count(JourneyOutcome.GIVEN_UP),
        "",
        "Riders who cancelled an on-demand ride of their journey or did not come to it.");
    add(
        JOURNEYS,
        "journeysStranded",
        "Journeys not made",
        count(JourneyOutcome.STRANDED),
        "",
        "Journeys with a leg that could not be had.");
    add(
        JOURNEYS,
        "journeysInfeasible",
        "Infeasible journeys",
        result.infeasible(),
        "",
        "Journeys with a leg that could not be had as promised, and no delay or breakdown was told.");
    add(
        JOURNEYS,
        "journeysRefused",
        "Refused at confirmation",
        refusals,
        "",
        "Journeys that could not be confirmed, so that riders took the next best.");
    addHeadline(
        JOURNEYS,
        "doorToDoor_average",
        "Mean journey",
        doorToDoor.mean(),
        "s",
        "From setting out to arrival at the door, waits included.");
    add(
        JOURNEYS,
        "doorToDoor_p95",
        "Journey, 95th percentile",
        doorToDoor.quantile(0.95),
        "s",
        "95 % take less.");
    add(
        JOURNEYS,
        "journeyWalk_average",
        "Mean walk of a journey",
        walk.mean(),
        "s",
        "All that is walked from door to door.");
    add(
        JOURNEYS,
        "journeyTransfers_average",
        "Mean transfers",
        transfers.mean(),
        "",
        "Changes of vehicles.");
    add(
        JOURNEYS,
        "journeyFare_average",
        "Mean fare",
        fare.mean(),
        "",
        "Of a party, in minor units of the currency; unknown fares count as 0.");
    add(
        JOURNEYS,
        "journeyDrift_arrival",
        "Drift of the arrival at the door",
        late.mean(),
        "s",
        "Actual less planned arrival, mean.");
  }

  private void addShares() {
    Map<String, Integer> counts = new TreeMap<>();
    for (JourneyLog log : made) {
      counts.merge(log.mix(), 1, Integer::sum);
    }
    for (String mix : MIXES) {
      List<String> words = new ArrayList<>();
      for (String mode : mix.split("\\+", -1)) {
        words.add(word(mode));
      }
      String label = String.join(" and ", words);
      add(
          SHARES,
          "modeShare_" + mix.replace('+', '_'),
          Character.toUpperCase(label.charAt(0)) + label.substring(1),
          ratio(counts.getOrDefault(mix, 0), made.size()),
          "share",
          "Of all journeys that were confirmed; walks to and from vehicles do not count.");
    }
  }

  private void addLastMile() {
    int access = 0;
    int egress = 0;
    for (JourneyLog log : made) {
      Journey journey = log.getJourney();
      boolean rode = false;
      for (int i = 0; i < journey.legs().size(); i++) {
        Leg leg = journey.legs().get(i);
        if (leg.mode() == Mode.SCOOTER && rode) {
          egress++;
        } else if (leg.mode() == Mode.SCOOTER && journey.vehicles() > 1) {
          access++;
        }
        rode |= leg.mode() != Mode.WALK;
      }
    }
    Sample minutes = new Sample();
    Sample metres = new Sample();
    for (ScooterTrip trip : result.scooterTrips()) {
      minutes.add((trip.end() - trip.start()) / 1e3);
      metres.add(trip.metres());
    }
    int rides = result.scooterTrips().size();
    add(LAST_MILE, "scooterRides", "Scooter rides", rides, "", "Rides on shared scooters.");
    add(
        LAST_MILE,
        "scooterAccess",
        "Scooter legs as access",
        access,
        "",
        "Rides on scooters to a bus or train, as chosen.");
    add(
        LAST_MILE,
        "scooterEgress",
        "Scooter legs as egress",
        egress,
        "",
        "Rides on scooters behind another vehicle, as chosen.");
    add(
        LAST_MILE,
        "scooterRide_mean",
        "Mean scooter ride",
        minutes.mean(),
        "s",
        "From taking to leaving the scooter.");
    add(
        LAST_MILE,
        "scooterDistance_mean",
        "Mean scooter distance",
        metres.mean(),
        "m",
        "Of a ride, at most.");
    add(
        LAST_MILE,
        "scooterUse",
        "Rides per scooter and day",
        ratio(rides, result.scooters()),
        "",
        "Rides over the number of scooters.");
    add(
        LAST_MILE,
        "scooterHoldsExpired",
        "Scooters not fetched",
        result.expiredHolds(),
        "",
        "How often one was kept for a rider who did not come in time.");
    add(
        LAST_MILE,
        "scooterExchanges",
        "Scooters exchanged",
        result.exchanges(),
        "",
        "How often a rider was given a better scooter than the one held before.");
    addEgress();
  }

  /** How riders get on from the last stop of their transit. */
  private void addEgress() {
    Map<String, Integer> counts = new TreeMap<>();
    int transit = 0;
    for (JourneyLog log : made) {
      String egress = log.egress();
      if (!egress.isEmpty()) {
        transit++;
        counts.merge(egress, 1, Integer::sum);
      }
    }
    for (String mode : List.of("walk", "scooter", "drt")) {
      add(
          LAST_MILE,
          "egress_" + mode,
          "On from transit: " + word(mode),
          ratio(counts.getOrDefault(mode, 0), transit),
          "share",
          "Of journeys with transit, by what comes behind the last stop.");
    }
  }

  private static String word(String mode) {
    return switch (mode) {
      case "walk" -> "walking";
      case "drt" -> "on-demand";
      default -> mode;
    };
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }
}
