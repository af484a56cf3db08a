package org.ieum.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.fare.Mode;
import org.ieum.fare.RiderKind;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.progress.InputException;
import org.ieum.server.quantity.ServiceTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From where to where, when, and by what. */
@OptionGroup("Journey")
final class JourneyOptions {
  @Option(
      names = "--from",
      paramLabel = "LAT,LON",
      defaultValue = "57.6901,11.951",
      description = "Where the journey begins.")
  LatLon from;

  @Option(
      names = "--to",
      paramLabel = "LAT,LON",
      defaultValue = "57.7142,12.0008",
      description = "Where it ends.")
  LatLon to;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      defaultValue = "08:00",
      description = "When to set out, HH:MM of --date.")
  ServiceTime at;

  @Option(
      names = "--arrive-by",
      paramLabel = "TIME",
      description = "When to have arrived, HH:MM of --date; --at does not count then.")
  @Nullable ServiceTime arriveBy;

  @Option(
      names = "--riders",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "How many people travel on seats.")
  int riders;

  @Option(
      names = "--wheelchairs",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "How many travel in wheelchairs.")
  int wheelchairs;

  @Option(
      names = "--modes",
      paramLabel = "MODES",
      split = ",",
      defaultValue = "drt,transit,scooter",
      description = "Of drt, transit and scooter, apart by commas; walking is always allowed.")
  List<String> modes;

  @Option(
      names = "--gtfs",
      paramLabel = "FILE",
      description =
          "Timetable, zip or folder; several times for several feeds. With the embedded area an"
              + " invented one, else none.")
  @Nullable List<Path> gtfs;

  @Option(
      names = "--gbfs",
      paramLabel = "FEED",
      description =
          "Shared scooters, GBFS: folder or gbfs.json; several times for several systems. None"
              + " without.")
  @Nullable List<Path> gbfs;

  @Option(
      names = "--fares",
      paramLabel = "FILE",
      description = "YAML with the fares of an area; on-demand rides are free without.")
  @Nullable Path fares;

  @Option(
      names = "--rider-kind",
      paramLabel = "KIND",
      defaultValue = "adult",
      description = "By whose fares: adult, youth or child, all who travel.")
  RiderKind kind;

  @Option(
      names = "--journeys",
      paramLabel = "NUMBER",
      defaultValue = "10",
      description = "How many journeys to show at most.")
  int most;

  /** How many journeys are shown. */
  int toMost() {
    if (most < 1) {
      throw new InputException("--journeys must be at least 1, was " + most);
    }
    return most;
  }

  Party toParty() {
    try {
      return new Party(riders, wheelchairs);
    } catch (IllegalArgumentException e) {
      throw new InputException("--riders, --wheelchairs: " + e.getMessage());
    }
  }

  Set<Mode> toModes() {
    Set<Mode> result = new TreeSet<>();
    for (String mode : modes) {
      try {
        Mode one = Mode.valueOf(mode.strip().toUpperCase(Locale.ROOT));
        if (one == Mode.WALK) {
          throw new IllegalArgumentException("walking is always allowed");
        }
        result.add(one);
      } catch (IllegalArgumentException e) {
        throw new InputException("--modes must be of drt, transit, scooter, was '" + mode + "'");
      }
    }
    return result;
  }
}
