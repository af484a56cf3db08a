package org.ieum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.ieum.server.api.EventView;
import org.ieum.server.area.Area;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a vehicle went, by the journal's events of departures and arrivals, for a regulator. Each
 * line has the hash of its event, which covers that of the event before, so that a line that was
 * changed, added or left out later does not fit the journal any more.
 *
 * <p>A distance is told when it has been driven: with an arrival, with a diversion and when the
 * vehicle is seen off its path, each time since the departure before.
 *
 * <p>Lines are written as the journal is read, page by page, on a thread of the server, so a record
 * may be as long as it is. Should reading fail on the way, the connection is cut: a record that
 * ends as it should is whole.
 */
final class DrivingRecord {
  static final String TYPE = "text/csv";

  private static final Logger LOG = LoggerFactory.getLogger(DrivingRecord.class);
  private static final String HEADER = "event_id,time,type,stop_id,distance_m,riders,hash\n";
  private static final Set<String> TYPES =
      Set.of("vehicle_departed", "vehicle_diverted", "vehicle_located", "vehicle_arrived");
  private static final int PAGE = 1_000;

  /** Servlet containers end the connection for this status of an error, without a proper end. */
  private static final int CUT = -1;

  private final Area area;
  private final String vehicleId;

  /** The record of one vehicle, oldest first, up to the last event on disk when it is written. */
  DrivingRecord(Area area, String vehicleId) {
    this.area = area;
    this.vehicleId = vehicleId;
  }

  /** Writes it into a response; waits for journal and client. */
  void write(Context ctx) {
    long last = area.journal().lastSeq();
    // What fails here is answered as a problem, since nothing has been sent.
    List<StoredEvent> page = page(0);
    ctx.contentType(TYPE);
    if (ctx.method().equals(HandlerType.HEAD)) {
      return;
    }
    try {
      write(page, last, ctx.res().getOutputStream());
    } catch (IOException e) {
      LOG.debug("a client left while reading the record of {}: {}", vehicleId, e.toString());
    } catch (RuntimeException e) {
      LOG.warn("the record of {} is cut off: {}", vehicleId, e.toString());
      cut(ctx);
    }
  }

  private void write(List<StoredEvent> first, long last, OutputStream out) throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    List<StoredEvent> page = first;
    while (true) {
      StringBuilder lines = new StringBuilder();
      for (StoredEvent stored : page) {
        if (stored.event().seq() <= last && TYPES.contains(stored.event().type())) {
          write(stored, lines);
        }
      }
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      long seq = page.isEmpty() ? last : page.get(page.size() - 1).event().seq();
      if (page.size() < PAGE || seq >= last) {
        return;
      }
      page = page(seq);
    }
  }

  private List<StoredEvent> page(long after) {
    return area.journal().read(new EventFilter(after, null, vehicleId, null), PAGE);
  }

  private void write(StoredEvent stored, StringBuilder csv) {
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

  private static String cell(JsonNode data, String field) {
    String text = data.path(field).asText("");
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void cut(Context ctx) {
    try {
      ctx.res().sendError(CUT);
    } catch (IOException e) {
      LOG.debug("the client has left: {}", e.toString());
    }
  }
}
