package org.ieum.server.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The files of one system, each fetched again when its ttl is over. Where fetching fails, the last
 * good file stays, and the failure is told until it works again.
 */
final class GbfsFiles {
  /** Feeds that are read; all others are left alone. */
  static final Set<String> READ =
      Set.of(
          "system_information",
          "vehicle_types",
          "station_information",
          "station_status",
          "free_bike_status",
          "vehicle_status",
          "system_pricing_plans",
          "geofencing_zones");

  private static final String DISCOVERY = "gbfs";

  private final GbfsSource source;

  /** The shortest time between two looks at one file. */
  private final Duration floor;

  /** How far a file may be ahead of the clock. */
  private final Duration slack;

  private final Map<String, Slot> slots = new LinkedHashMap<>();

  GbfsFiles(GbfsSource source, Duration floor, Duration slack) {
    this.source = source;
    this.floor = floor;
    this.slack = slack;
    slots.put(DISCOVERY, new Slot(source.discovery()));
  }

  /** What is known of one file. */
  private static final class Slot {
    private String address;
    private @Nullable GbfsFile good;
    private @Nullable Instant due;
    private String failure = "";

    Slot(String address) {
      this.address = address;
    }
  }

  /** Fetches what is due. */
  void refresh(Instant now) throws InterruptedException {
    refresh(slots.get(DISCOVERY), now, DISCOVERY);
    for (Map.Entry<String, Slot> entry : slots.entrySet()) {
      if (!entry.getKey().equals(DISCOVERY)) {
        refresh(entry.getValue(), now, entry.getKey());
      }
    }
  }

  private void refresh(@Nullable Slot slot, Instant now, String name) throws InterruptedException {
    if (slot == null || (slot.due != null && now.isBefore(slot.due))) {
      return;
    }
    slot.due = now.plus(floor);
    try {
      GbfsFile file = GbfsFile.parse(slot.address, source.fetch(slot.address));
      checkFuture(file, now);
      if (name.equals(DISCOVERY)) {
        follow(file);
      }
      slot.good = file;
      slot.failure = "";
      if (file.ttl().compareTo(floor) > 0) {
        slot.due = now.plus(file.ttl());
      }
    } catch (InputException e) {
      slot.failure = e.faults().get(0);
    } catch (IOException e) {
      slot.failure = slot.address + ": " + e.getMessage();
    }
  }

  private void checkFuture(GbfsFile file, Instant now) {
    if (file.lastUpdated().isAfter(now.plus(slack))) {
      throw new InputException(
          file.label()
              + ": last_updated must not be in the future, was "
              + file.lastUpdated()
              + " at "
              + now);
    }
  }

  /** Takes up the feeds that a discovery file names, and drops those that it names no more. */
  private void follow(GbfsFile discovery) {
    Map<String, String> named = new LinkedHashMap<>();
    for (JsonNode feed : feeds(discovery)) {
      String name = feed.path("name").asText();
      if (READ.contains(name)) {
        named.put(name, source.address(name, feed.path("url").asText()));
      }
    }
    String vehicles = discovery.dialect().vehicleFile;
    if (!named.containsKey("system_information")) {
      throw new InputException(discovery.label() + ": system_information is missing");
    }
    if (!named.containsKey(vehicles) && !named.containsKey("station_status")) {
      throw new InputException(
          discovery.label() + ": " + vehicles + " and station_status are both missing");
    }
    if (named.containsKey("station_status") && !named.containsKey("station_information")) {
      throw new InputException(discovery.label() + ": station_information is missing");
    }
    slots.keySet().removeIf(name -> !name.equals(DISCOVERY) && !named.containsKey(name));
    named.forEach(
        (name, address) -> {
          Slot slot = slots.computeIfAbsent(name, key -> new Slot(address));
          if (!slot.address.equals(address)) {
            slot.address = address;
            slot.due = null;
          }
        });
  }

  /** In 2.x a list for each language; they lead to the same vehicles. */
  private static JsonNode feeds(GbfsFile discovery) {
    JsonNode data = discovery.data();
    JsonNode feeds = data.path("feeds");
    if (discovery.dialect() == Dialect.TWO) {
      JsonNode language =
          data.has("en") ? data.path("en") : data.isEmpty() ? data : data.elements().next();
      feeds = language.path("feeds");
    }
    if (!feeds.isArray()) {
      throw new InputException(
          discovery.label() + ": feeds must be a list, was " + GbfsFile.shown(feeds));
    }
    return feeds;
  }

  /** What could not be had at the last look, one sentence each. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    for (Slot slot : slots.values()) {
      if (!slot.failure.isEmpty()) {
        failures.add(slot.failure);
      }
    }
    return failures;
  }

  /** The last good files by their feeds. */
  Map<String, GbfsFile> good() {
    Map<String, GbfsFile> files = new LinkedHashMap<>();
    slots.forEach(
        (name, slot) -> {
          if (slot.good != null) {
            files.put(name, slot.good);
          }
        });
    return files;
  }

  /** Whether every file that is named has been had once. */
  boolean isComplete() {
    return slots.size() > 1 && slots.values().stream().allMatch(slot -> slot.good != null);
  }

  /** When the next file is due. */
  Instant due(Instant now) {
    Instant next = now.plus(Duration.ofHours(1));
    for (Slot slot : slots.values()) {
      Instant due = slot.due == null ? now : slot.due;
      next = due.isBefore(next) ? due : next;
    }
    return next;
  }
}
