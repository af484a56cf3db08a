package org.ieum.server.gbfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A small system of two scooters, a station and a zone, in either dialect, to be spoilt. */
final class FeedFixture {
  static final Instant TIME = Instant.parse("2026-05-04T10:00:00Z");

  private final boolean isThree;
  private final int ttl;

  /** Text of each file by its feed. */
  final Map<String, String> files = new TreeMap<>();

  FeedFixture(boolean isThree) {
    this(isThree, TIME, 60);
  }

  FeedFixture(boolean isThree, Instant time, int ttl) {
    this.isThree = isThree;
    this.ttl = ttl;
    String name = isThree ? "[{'text': 'Plaza', 'language': 'en'}]" : "'Plaza'";
    String id = isThree ? "vehicle_id" : "bike_id";
    String list = isThree ? "vehicles" : "bikes";
    put("system_information", time, "{'system_id': 'tiny', 'timezone': 'Asia/Seoul'}");
    put(
        "vehicle_types",
        time,
        "{'vehicle_types': [{'vehicle_type_id': 'kick', 'form_factor': 'scooter_standing',"
            + " 'propulsion_type': 'electric', 'max_range_meters': 30000,"
            + " 'default_pricing_plan_id': 'base'}]}");
    put(
        "system_pricing_plans",
        time,
        "{'plans': [{'plan_id': 'base', 'name': "
            + name
            + ", 'currency': 'KRW', 'price': 1200, 'is_taxable': false, 'description': "
            + name
            + ", 'per_min_pricing': [{'start': 0, 'rate': 180, 'interval': 1}]}]}");
    put(
        "station_information",
        time,
        "{'stations': [{'station_id': 'plaza', 'name': "
            + name
            + ", 'lat': 37.5, 'lon': 127.0, 'capacity': 8}]}");
    put(
        "station_status",
        time,
        "{'stations': [{'station_id': 'plaza', 'is_installed': true, 'is_renting': true,"
            + " 'is_returning': false, 'last_reported': null, '"
            + (isThree ? "num_vehicles_available" : "num_bikes_available")
            + "': 2, 'num_docks_available': 6}]}");
    put(
        isThree ? "vehicle_status" : "free_bike_status",
        time,
        "{'"
            + list
            + "': [{'"
            + id
            + "': 'b', 'lat': 37.51, 'lon': 127.01, 'is_reserved': true, 'is_disabled': false,"
            + " 'vehicle_type_id': 'kick', 'current_range_meters': 12000.7, 'pricing_plan_id':"
            + " 'base'}, {'"
            + id
            + "': 'a', 'station_id': 'plaza', 'is_reserved': false, 'is_disabled': false,"
            + " 'vehicle_type_id': 'kick', 'current_range_meters': 9000}]}");
    String rules =
        isThree ? "'ride_start_allowed': true, 'ride_end_allowed': false" : "'ride_allowed': false";
    put(
        "geofencing_zones",
        time,
        "{'geofencing_zones': {'type': 'FeatureCollection', 'features': [{'type': 'Feature',"
            + " 'properties': {'name': "
            + name
            + ", 'rules': [{'vehicle_type_ids': ['kick'], "
            + rules
            + ", 'ride_through_allowed': true, 'maximum_speed_kph': 10, 'station_parking': true}]},"
            + " 'geometry': {'type': 'MultiPolygon', 'coordinates': [[[[127,37],[128,37],[128,38],"
            + "[127,38],[127,37]]]]}}]}}");
    StringBuilder feeds = new StringBuilder();
    for (String feed : files.keySet()) {
      feeds.append(feeds.isEmpty() ? "" : ", ");
      feeds.append("{'name': '" + feed + "', 'url': '" + feed + ".json'}");
    }
    feeds.append(", {'name': 'system_hours', 'url': 'https://example.invalid/hours'}");
    String all = "'feeds': [" + feeds + "]";
    put("gbfs", time, isThree ? "{" + all + "}" : "{'ko': {" + all + "}}");
  }

  private void put(String feed, Instant time, String data) {
    String version = isThree ? "3.0" : "2.3";
    String updated = isThree ? "'" + time + "'" : Long.toString(time.getEpochSecond());
    String text =
        "{'last_updated': "
            + updated
            + ", 'ttl': "
            + ttl
            + ", 'version': '"
            + version
            + "',\n"
            + "'data': "
            + data
            + "}\n";
    files.put(feed, text.replace('\'', '"'));
  }

  /** Replaces a text that must be there. */
  FeedFixture change(String feed, String from, String to) {
    String text = String.valueOf(files.get(feed));
    String quoted = from.replace('\'', '"');
    if (!text.contains(quoted)) {
      throw new IllegalArgumentException(quoted + " is not in " + text);
    }
    files.put(feed, text.replace(quoted, to.replace('\'', '"')));
    return this;
  }

  /** Writes all files into a folder. */
  Path write(Path folder) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey() + ".json"), file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
