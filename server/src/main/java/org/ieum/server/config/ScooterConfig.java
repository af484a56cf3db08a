package org.ieum.server.config;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.server.area.ScooterRules;
import org.ieum.server.journeys.ScooterIds;
import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Shared scooters that the area manages itself.
 *
 * @param hold so long after the planned time a scooter is kept for its rider; 10m if not given
 * @param maxAhead so long ahead one can be reserved; 24h if not given
 * @param leastRange one that goes less far is flat; 1km if not given
 * @param stations where they are taken and left, besides anywhere else
 * @param fleet the scooters, where they stand at first
 * @param feeds that tell of further scooters
 */
public record ScooterConfig(
    @Nullable TimeSpan hold,
    @Nullable TimeSpan maxAhead,
    @Nullable Distance leastRange,
    @Nullable List<StationConfig> stations,
    @Nullable List<OneScooterConfig> fleet,
    @Nullable List<FeedConfig> feeds) {
  private static final String TYPE = "scooter";

  public ScooterConfig {
    Set<String> places = new HashSet<>();
    for (StationConfig station : stations == null ? List.<StationConfig>of() : stations) {
      if (!places.add(station.id())) {
        throw new IllegalArgumentException("stations has two of id '" + station.id() + "'");
      }
    }
    Set<String> ids = new HashSet<>();
    for (OneScooterConfig one : fleet == null ? List.<OneScooterConfig>of() : fleet) {
      if (!ids.add(one.id())) {
        throw new IllegalArgumentException("fleet has two of id '" + one.id() + "'");
      }
      if (one.station() != null && !places.contains(one.station())) {
        throw new IllegalArgumentException(
            "fleet has scooter " + one.id() + " at station '" + one.station() + "', which is none");
      }
    }
  }

  /**
   * The rules of an area. Its feeds are followed from now on; what they tell is known as soon as
   * they have been read.
   *
   * @param areaId names the system
   * @param folder to which paths are relative
   */
  ScooterRules follow(String areaId, Path folder) {
    List<FeedConfig> given = new ArrayList<>(feeds == null ? List.of() : feeds);
    given.sort(Comparator.comparing(feed -> !feed.managed()));
    long managed = given.stream().filter(FeedConfig::managed).count();
    boolean hasOwn = fleet != null && !fleet.isEmpty();
    return new ScooterRules(
        hold == null ? TimeSpan.parse("10m").millis() : hold.millis(),
        maxAhead == null ? TimeSpan.parse("24h").millis() : maxAhead.millis(),
        leastRange == null ? 1_000 : leastRange.metres(),
        new ScooterIds(areaId, managed + (hasOwn ? 1 : 0) <= 1),
        new FollowedScooters(
            supply(areaId), given.stream().map(feed -> feed.follow(folder)).toList()));
  }

  /** As it stands in the file; wherever one has been left since is later. */
  private ScooterSupply supply(String areaId) {
    List<ScooterStation> places = new ArrayList<>();
    if (stations != null) {
      stations.forEach(one -> places.add(one.station()));
    }
    List<Scooter> scooters = new ArrayList<>();
    if (fleet != null) {
      fleet.forEach(one -> scooters.add(one.scooter(TYPE, findStation(one.station()))));
    }
    places.sort(Comparator.comparing(ScooterStation::id));
    scooters.sort(Comparator.comparing(Scooter::id));
    return new ScooterSupply(
        areaId,
        true,
        Instant.EPOCH,
        scooters,
        places,
        List.of(new ScooterType(TYPE, "scooter_standing", Scooter.UNKNOWN_RANGE, "")),
        List.of(),
        List.of());
  }

  private Optional<StationConfig> findStation(@Nullable String id) {
    return stations == null
        ? Optional.empty()
        : stations.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
