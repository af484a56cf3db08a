package org.ieum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.ieum.server.api.EventView;
import org.ieum.server.area.Area;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.StoredEvent;

/**
 * Where a vehicle went, by the journal's events of departures and arrivals, for a regulator. Each
 * line has the hash of its event, which covers that of the event before, so that a line that was
 * changed, added or left out later does not fit the journal any more.
 */
final class DrivingRecord {
  static final String TYPE = "text/csv";
  private static final String HEADER = "event_id,time,type,stop_id,distance_m,riders,hash\n";
  private static final List<String> TYPES =
      List.of("vehicle_departed", "vehicle_diverted", "vehicle_arrived");
  private static final int PAGE = 1_000;
  private static final int MOST = 200_000;

  private DrivingRecord() {}

  /** The record of one vehicle, oldest first. */
  static String csv(Area area, String vehicleId) {
    List<StoredEvent> events = new ArrayList<>();
    for (String type : TYPES) {
      readAll(area, vehicleId, type, events);
    }
    events.sort((one, other) -> Long.compare(one.event().seq(), other.event().seq()));
    StringBuilder csv = new StringBuilder(HEADER);
    for (StoredEvent stored : events) {
      EventView event = area.view(stored);
      JsonNode data = event.data();
      csv.append(event.eventId()).append(',');
      csv.append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.time())).append(',');
      csv.append(event.type()).append(',');
      csv.append(cell(data, "stop_id")).append(',');
      csv.append(cell(data, "distance_m")).append(',');
      csv.append(cell(data, "riders")).append(',');
      csv.append(stored.hash()).append('\n');
    }
    return csv.toString();
  }

  private static void readAll(Area area, String vehicleId, String type, List<StoredEvent> events) {
    long after = 0;
    List<StoredEvent> page;
    do {
      page = area.journal().read(new EventFilter(after, null, vehicleId, type), PAGE);
      events.addAll(page);
      after = page.isEmpty() ? after : page.get(page.size() - 1).event().seq();
    } while (page.size() == PAGE && events.size() < MOST);
  }

  private static String cell(JsonNode data, String field) {
    String text = data.path(field).asText("");
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
