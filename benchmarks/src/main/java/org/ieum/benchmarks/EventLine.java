package org.ieum.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens to the events of a server on a thread of its own, which ends with the server. */
final class EventLine {
  private final ServerProcess server;
  private final Queue<Event> events = new ConcurrentLinkedQueue<>();

  /** What happened, with ids or "". */
  record Event(String type, String bookingId, String vehicleId) {}

  EventLine(ServerProcess server) {
    this.server = server;
    Thread thread = new Thread(this::listen, "events");
    thread.setDaemon(true);
    thread.start();
  }

  /** What has happened since the last call, to be removed by the caller. */
  Queue<Event> events() {
    return events;
  }

  private void listen() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              server
                  .base()
                  .resolve("/v1/events?area_id=" + ServerProcess.AREA)
                  .toURL()
                  .openConnection();
      connection.setRequestProperty("Authorization", "Bearer " + server.key());
      connection.setRequestProperty("Accept", "text/event-stream");
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
      String type = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          type = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          events.add(
              new Event(
                  type, JsonText.find(line, "booking_id"), JsonText.find(line, "vehicle_id")));
        }
      }
    } catch (IOException e) {
      // The server has ended.
    }
  }
}
