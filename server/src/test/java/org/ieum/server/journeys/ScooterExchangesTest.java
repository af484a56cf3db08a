package org.ieum.server.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ieum.journey.RideFares;
import org.ieum.journey.ScooterExchanges.Exchange;
import org.ieum.journey.ScooterExchanges.Waiting;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.model.LatLon;
import org.ieum.model.ServiceRules;
import org.ieum.model.StopPoint;
import org.ieum.road.RideProfile;
import org.ieum.road.ServiceArea;
import org.ieum.server.config.AreaMap;
import org.ieum.server.config.AreaMaps;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.ReachSearch;
import org.ieum.traveltime.RideRules;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Riders on their way to a scooter, on the embedded map. */
final class ScooterExchangesTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final int MINUTE = 60_000;
  private static final String SYSTEM = "own";
  private static ServiceArea area;
  private static JourneyMap map;

  @BeforeAll
  static void open() throws IOException {
    area =
        new AreaMaps(Path.of("target", "areas"))
            .embedded()
            .area(AreaMap.settings(1.25, Optional.empty()));
    map =
        new JourneyMap(
            area,
            ServiceRules.DEFAULT.promise(),
            600_000,
            RideFares.FREE,
            /* table= */ null,
            /* timetable= */ null,
            List.of());
  }

  private static LatLon stop(int index) {
    return area.stopPoints().get(index % area.stopPoints().size()).location();
  }

  private static Scooter scooter(String id, LatLon place, String plan) {
    return new Scooter(id, place, "s", "", plan, 30_000, false, false);
  }

  private static PricingPlan plan(String id, long minute) {
    PricingPlan.Step step = new PricingPlan.Step(0, minute, 1, PricingPlan.Step.ENDLESS);
    Currency currency = Currency.getInstance("SEK");
    return new PricingPlan(id, id, currency, 1_000, List.of(step), List.of());
  }

  private static ScooterSupply supply(String system, boolean managed, Scooter... scooters) {
    return new ScooterSupply(
        system,
        managed,
        Instant.ofEpochMilli(NOW),
        List.of(scooters),
        List.of(),
        List.of(new ScooterType("s", "scooter_standing", 30_000, "usual")),
        List.of(plan("usual", 250), plan("dear", 900)),
        List.of());
  }

  private static Waiting waiting(String id, String scooter, LatLon alights, int ahead) {
    return new Waiting(id, SYSTEM + ":" + scooter, alights, NOW + ahead, stop(100), 5 * MINUTE);
  }

  private static List<Exchange> find(List<Waiting> waiting, Set<String> taken) {
    return map.planning().exchanges().find(waiting, taken::contains, NOW);
  }

  /** A walk of five minutes, and a scooter that comes free just where its rider alights. */
  @Test
  void whatIsNearerAndFreeIsGivenOnce() {
    LatLon alights = stop(0);
    LatLon apart =
        area.stopPoints().stream()
            .map(StopPoint::location)
            .filter(place -> place.metresTo(alights) > 400 && place.metresTo(alights) < 1_000)
            .filter(place -> place.metresTo(stop(100)) > alights.metresTo(stop(100)) + 300)
            .findFirst()
            .orElseThrow();
    Scooter held = scooter("held", apart, "");
    Scooter other = scooter("other", held.position(), "");
    map.setScooters(List.of(supply(SYSTEM, true, held, other, scooter("near", alights, ""))));
    List<Waiting> both =
        List.of(waiting("a", "held", alights, 10 * MINUTE), waiting("b", "other", alights, MINUTE));
    Set<String> taken = new HashSet<>(Set.of("own:held", "own:other"));
    List<Exchange> found = find(both, taken);
    List<Exchange> nearest = found.stream().filter(e -> e.scooterId().equals("near")).toList();
    assertEquals(1, nearest.size());
    assertEquals(alights, nearest.get(0).place());
    assertEquals(List.of(), find(List.of(both.get(0)), Set.of("own:held", "own:near")));
    Waiting late = waiting("a", "held", alights, 31 * MINUTE);
    assertEquals(List.of(), find(List.of(late), taken), "behind the horizon");
    assertEquals(List.of(), find(List.of(waiting("a", "gone", alights, 0)), taken));
  }

  @Test
  void nobodyPaysMoreOrLeavesTheSystem() {
    LatLon alights = stop(0);
    Scooter held = scooter("held", alights, "");
    List<Waiting> one = List.of(waiting("a", "held", alights, MINUTE));
    Scooter near = scooter("near", alights, "");
    for (ScooterSupply other : List.of(supply("else", true, near), supply("else", false, near))) {
      map.setScooters(List.of(supply(SYSTEM, true, held), other));
      assertEquals(List.of(), find(one, Set.of("own:held")));
    }
    map.setScooters(List.of(supply(SYSTEM, true, held, scooter("near", alights, "dear"))));
    assertEquals(List.of(), find(one, Set.of("own:held")));
    map.setScooters(List.of(supply(SYSTEM, true, held, near)));
    assertEquals(1, find(one, Set.of("own:held")).size());
  }

  /** All walks and rides are reckoned again by a search of their own. */
  @Test
  void randomRidersAreBetterOffByTheMapItself() {
    ModeNetwork riding = area.network().riding(RideProfile.DEFAULT, RideRules.NONE);
    ReachSearch search = new ReachSearch(riding.graph());
    int exchanged = 0;
    int swapped = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Scooter> scooters = new ArrayList<>();
      for (int s = 0; s < 150; s++) {
        scooters.add(scooter("s" + s, stop(random.nextInt(10_000)), ""));
      }
      map.setScooters(List.of(supply(SYSTEM, true, scooters.toArray(new Scooter[0]))));
      List<Waiting> riders = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      for (int r = 0; r < 30; r++) {
        LatLon alights = stop(random.nextInt(10_000));
        LatLon to = stop(random.nextInt(10_000));
        int ahead = random.nextInt(20 * MINUTE);
        Scooter own = scooters.get(r);
        int walk = (int) (own.position().metresTo(alights) * 1_400 / 1.25);
        taken.add("own:" + own.id());
        riders.add(new Waiting("r" + r, "own:" + own.id(), alights, NOW + ahead, to, walk));
      }
      Set<String> given = new HashSet<>();
      Set<String> left = new HashSet<>();
      List<Exchange> found = find(riders, taken);
      found.forEach(one -> left.add(one.who().scooter()));
      for (Exchange one : found) {
        String key = "own:" + one.scooterId();
        assertTrue(given.add(key), "seed " + seed);
        assertTrue(!taken.contains(key) || left.contains(key), "somebody else keeps it");
        swapped += taken.contains(key) ? 1 : 0;
        Scooter now = get(scooters, one.scooterId());
        assertEquals(now.position(), one.place());
        Waiting who = one.who();
        Scooter had = get(scooters, who.scooter().substring(4));
        Snap to = riding.snapper(area.settings().placeRadius()).snap(who.destination()).get();
        search.to(to.position(), 60 * MINUTE);
        int beside = (int) Math.round(to.distance() / 1.25 * 1_000);
        assertEquals(ride(riding, search, now.position()) + beside, one.ride(), 2);
        int before = who.walk() + ride(riding, search, had.position()) + beside;
        assertTrue(one.walk() <= who.walk() && one.walk() + one.ride() <= before + 2, "" + seed);
        assertTrue(one.walk() >= now.position().metresTo(who.alighting()) / 1.25 * 990);
        exchanged++;
      }
      found.forEach(one -> assertTrue(taken.contains(one.who().scooter())));
    }
    assertTrue(exchanged > 200 && swapped > 5, exchanged + " " + swapped);
  }

  private static Scooter get(List<Scooter> scooters, String id) {
    return scooters.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static int ride(ModeNetwork riding, ReachSearch search, LatLon from) {
    Snap snap = riding.snapper(area.settings().placeRadius()).snap(from).orElseThrow();
    int millis = search.millis(snap.position());
    assertTrue(millis < TravelTimes.UNREACHABLE);
    return millis + (int) Math.round(snap.distance() / 1.25 * 1_000);
  }
}
