package org.ieum.server.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ieum.fare.HeldPass;
import org.ieum.server.api.FareView;
import org.jspecify.annotations.Nullable;

/**
 * Passes that riders have, and the rides that were booked on them. Of several that are good for a
 * ride, the one that ends first is used.
 */
final class PassBook {
  /** The number of no request. */
  static final long NONE = -1;

  /** Those of each rider, the one that ends first before others. */
  private final Map<String, List<GivenPass>> byRider = new TreeMap<>();

  void add(GivenPass pass) {
    List<GivenPass> all = new ArrayList<>(of(pass.rider()));
    all.add(pass);
    all.sort(Comparator.comparingLong(GivenPass::until));
    byRider.put(pass.rider(), List.copyOf(all));
  }

  List<GivenPass> of(String rider) {
    return byRider.getOrDefault(rider, List.of());
  }

  /**
   * The pass that a rider has at a time, with rides left.
   *
   * @param utc ms since 1970
   * @param replaced a request that is to count no longer, or {@link #NONE}
   */
  Optional<HeldPass> find(String rider, long utc, long replaced) {
    return good(rider, utc, replaced).map(pass -> pass.without(replaced)).findFirst();
  }

  /** Whether a ride can be had at a price, which may count on a pass that has rides left. */
  boolean allows(String rider, @Nullable FareView fare, long utc, long replaced) {
    Optional<String> pass = Optional.ofNullable(fare).flatMap(FareView::findPass);
    return pass.isEmpty() || findFor(rider, pass.get(), utc, replaced).isPresent();
  }

  /**
   * Notes a ride that was confirmed, on the pass that its price counts on.
   *
   * @param utc when it begins, ms since 1970
   */
  void use(Ride ride, long utc, long replaced) {
    long request = ride.offer().request().id();
    Optional.ofNullable(ride.occasion().fare())
        .flatMap(FareView::findPass)
        .flatMap(id -> findFor(ride.rider(), id, utc, replaced))
        .ifPresent(pass -> replace(pass, pass.used(request)));
  }

  /** Notes that a ride does not count any more. */
  void giveBack(Ride ride) {
    long request = ride.offer().request().id();
    of(ride.rider()).stream()
        .filter(pass -> pass.rides().contains(request))
        .forEach(pass -> replace(pass, pass.givenBack(request)));
  }

  private void replace(GivenPass before, GivenPass now) {
    byRider.computeIfPresent(
        before.rider(),
        (rider, all) -> all.stream().map(pass -> pass.equals(before) ? now : pass).toList());
  }

  private Stream<GivenPass> good(String rider, long utc, long replaced) {
    return of(rider).stream()
        .filter(pass -> pass.isGoodAt(utc) && pass.without(replaced).left() > 0);
  }

  private Optional<GivenPass> findFor(String rider, String passId, long utc, long replaced) {
    return good(rider, utc, replaced).filter(pass -> pass.terms().id().equals(passId)).findFirst();
  }

  /** Forgets passes that are over at a time, ms since 1970. */
  void forgetBefore(long utc) {
    byRider.replaceAll((rider, all) -> all.stream().filter(pass -> pass.until() > utc).toList());
    byRider.values().removeIf(List::isEmpty);
  }

  /** All that is kept, by the ids of riders. */
  List<GivenPass> kept() {
    return byRider.values().stream().flatMap(Collection::stream).toList();
  }

  /** Goes back to what was kept. */
  void restore(List<GivenPass> all) {
    byRider.clear();
    all.forEach(this::add);
  }
}
