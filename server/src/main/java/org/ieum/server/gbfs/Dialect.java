package org.ieum.server.gbfs;

import java.util.Optional;

/** The two forms that the versions of GBFS have. */
enum Dialect {
  /** 2.2 and 2.3. */
  TWO("2.x", "free_bike_status", "bikes", "bike_id", "num_bikes_available"),

  /** 3.0 and 3.1. */
  THREE("3.x", "vehicle_status", "vehicles", "vehicle_id", "num_vehicles_available");

  /** Of the specification, for people. */
  final String versions;

  /** File of vehicles, the list in it, its ids, and how many a station has. */
  final String vehicleFile;

  final String vehicleList;
  final String vehicleId;
  final String available;

  Dialect(
      String versions, String vehicleFile, String vehicleList, String vehicleId, String available) {
    this.versions = versions;
    this.vehicleFile = vehicleFile;
    this.vehicleList = vehicleList;
    this.vehicleId = vehicleId;
    this.available = available;
  }

  /** By the version of a file. */
  static Optional<Dialect> find(String version) {
    return switch (version) {
      case "2.2", "2.3" -> Optional.of(TWO);
      case "3.0", "3.1", "3.1-RC", "3.1-RC2", "3.1-RC3" -> Optional.of(THREE);
      default -> Optional.empty();
    };
  }
}
