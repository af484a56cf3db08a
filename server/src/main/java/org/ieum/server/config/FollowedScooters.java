package org.ieum.server.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.server.area.ScooterSource;
import org.ieum.server.gbfs.ScooterFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scooters of an area's own and those of the feeds that it follows, until it is closed. */
final class FollowedScooters implements ScooterSource {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedScooters.class);

  private final ScooterSupply own;
  private final List<ScooterFeed> feeds;

  /** Systems of which somebody has been told that they come twice. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * Scooters of several systems.
   *
   * @param feeds that are followed already, managed ones first
   */
  FollowedScooters(ScooterSupply own, List<ScooterFeed> feeds) {
    this.own = own;
    this.feeds = List.copyOf(feeds);
  }

  /** Of two supplies of one system only the first counts, since their scooters may have one id. */
  @Override
  public List<ScooterSupply> supplies() {
    List<ScooterSupply> all = new ArrayList<>();
    Set<String> systems = new HashSet<>();
    all.add(own);
    systems.add(own.systemId());
    for (ScooterFeed feed : feeds) {
      feed.findSupply()
          .ifPresent(
              supply -> {
                if (systems.add(supply.systemId())) {
                  all.add(supply);
                } else if (told.add(supply.systemId())) {
                  LOG.warn(
                      "two feeds tell of scooters of {}; the second one is left out",
                      supply.systemId());
                }
              });
    }
    return all;
  }

  @Override
  public void close() {
    feeds.forEach(ScooterFeed::close);
  }
}
