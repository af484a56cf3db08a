package org.ieum.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.ieum.server.gbfs.FeedOptions;
import org.ieum.server.gbfs.FolderSource;
import org.ieum.server.gbfs.GbfsSource;
import org.ieum.server.gbfs.HttpSource;
import org.ieum.server.gbfs.ScooterFeed;
import org.jspecify.annotations.Nullable;

/**
 * A feed of shared scooters, GBFS.
 *
 * @param source address of its {@code gbfs.json}, or a folder or file beside this file
 * @param managed whether this service manages the fleet, so that its scooters can be reserved; no
 *     if not given
 */
public record FeedConfig(String source, @Nullable Boolean managed) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST = 20_000_000;

  public FeedConfig {
    Given.require("source", source);
  }

  @Override
  public Boolean managed() {
    return managed != null && managed;
  }

  /** Follows the feed from now on. */
  ScooterFeed follow(Path folder) {
    GbfsSource from =
        source.matches("(?i)https?://.*")
            ? new HttpSource(source, PATIENCE, LARGEST)
            : new FolderSource(folder.resolve(source));
    ScooterFeed feed = new ScooterFeed(from, FeedOptions.of(managed()), InstantSource.system());
    feed.start();
    return feed;
  }
}
