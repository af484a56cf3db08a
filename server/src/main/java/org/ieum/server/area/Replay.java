package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.server.journal.JournalDamaged;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.StoredEvent;

/**
 * Brings a desk to where it was by carrying out what was decided, without any search. All other
 * events follow from that; each is compared with what was written.
 */
final class Replay {
  private final Desk desk;
  private final StreetReplay street;

  /** Events read that the desk has not told yet. */
  private final ArrayDeque<JournalEvent> expected = new ArrayDeque<>();

  /** Events that the desk told and that have not been read yet. */
  private final ArrayDeque<JournalEvent> told = new ArrayDeque<>();

  private long count;

  /** When the last event happened that was read, ms since 1970. */
  private long last = Long.MIN_VALUE;

  Replay(Desk desk) {
    this.desk = desk;
    street = new StreetReplay(desk);
  }

  void accept(StoredEvent stored) {
    JournalEvent event = stored.event();
    if (event.type().equals(EventText.SERVICE_RESUMED)) {
      // What it tells of happened behind all that had been told before.
      catchUp();
    }
    expected.add(event);
    last = event.time();
    count++;
    if (event.type().equals(EventText.OPENED)) {
      desk.open(event.time());
    } else if (!carryOut(event)) {
      return;
    }
    compare();
  }

  /** Lets happen what follows from the last decisions; returns how many events were read. */
  long finish() {
    catchUp();
    if (count > 0) {
      desk.reach(last);
    }
    // What followed but did not come to disk any more is told anew.
    desk.told.takeBack(told);
    return count;
  }

  private void catchUp() {
    compare();
    while (!expected.isEmpty()) {
      int next = desk.dispatcher().nextEvent();
      if (next > desk.times().toEngine(expected.getLast().time())) {
        throw differs(expected.getFirst(), "nothing");
      }
      desk.dispatcher().step();
      compare();
    }
  }

  private boolean carryOut(JournalEvent event) {
    JsonNode data = EventText.parse(event.data());
    long request = event.booking() == null ? -1 : desk.text.request(event.booking());
    switch (event.type()) {
      case EventText.CONFIGURED -> desk.configure();
      case EventText.SERVICE_RESUMED -> {
        desk.begin(event.time());
        desk.resumeService();
      }
      case EventText.DAY_BEGUN -> desk.roll(event.time());
      case EventText.CONFIRMED -> {
        desk.begin(event.time());
        Offer offer = OfferText.read(request, data, desk.text, desk.times());
        desk.confirmAsBefore(
            offer,
            data.path("rider_id").asText(),
            Occasion.read(data),
            desk.text.vehicle(String.valueOf(event.vehicle())),
            data.path("pickup_index").asInt(),
            data.path("drop_off_index").asInt());
      }
      case EventText.CANCELLED -> {
        desk.begin(event.time());
        String by = data.path("cancelled_by").asText();
        desk.cancel(request, by, data.path("late").asBoolean());
      }
      case EventText.BOARDED -> {
        desk.begin(event.time());
        Party party =
            new Party(data.path("passenger_count").asInt(), data.path("wheelchairs").asInt());
        desk.dispatcher().board(request, party, desk.now());
      }
      case EventText.NO_SHOW -> {
        if (!data.path("reported_by").asText().equals("driver")) {
          return false;
        }
        desk.begin(event.time());
        desk.noShow(request);
      }
      case EventText.STOP_CLOSED -> {
        desk.begin(event.time());
        desk.dispatcher().closeStop(stop(data, "stop_id"), desk.now());
      }
      case EventText.STOP_REOPENED -> {
        desk.begin(event.time());
        desk.dispatcher().reopenStop(stop(data, "stop_id"), desk.now());
      }
      case EventText.SHIFT_ADDED -> {
        desk.begin(event.time());
        desk.addShift(
            new Roster.Added(
                String.valueOf(event.vehicle()),
                data.path("start").asLong(),
                data.path("end").asLong(),
                stop(data, "start_stop_id"),
                stop(data, "end_stop_id")));
      }
      default -> {
        return street.carryOut(event, data)
            || desk.roads.replay(event, data, desk)
            || new RiderEvents(desk).replay(event, data)
            || new ScooterEvents(desk).replay(event, data);
      }
    }
    return true;
  }

  private int stop(JsonNode data, String field) {
    return desk.text.stop(data.path(field).asText());
  }

  private void compare() {
    told.addAll(desk.told.take());
    while (!told.isEmpty() && !expected.isEmpty()) {
      JournalEvent written = expected.remove();
      JournalEvent again = told.remove();
      if (!again.equals(written)) {
        throw differs(written, again.toString());
      }
    }
  }

  private static JournalDamaged differs(JournalEvent written, String told) {
    return new JournalDamaged(
        "replaying event "
            + written.seq()
            + " gives another one; written was "
            + written
            + ", replayed "
            + told);
  }
}
