package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.ieum.dispatch.Dispatcher;
import org.ieum.dispatch.TroubleCause;
import org.ieum.server.journal.JournalEvent;

/** Carries out again what was decided about vehicles that did not keep to their plan. */
final class StreetReplay {
  private final Desk desk;

  StreetReplay(Desk desk) {
    this.desk = desk;
  }

  /** Returns false for an event that follows from others. */
  boolean carryOut(JournalEvent event, JsonNode data) {
    int vehicle = event.vehicle() == null ? -1 : desk.text.vehicle(event.vehicle());
    long request = event.booking() == null ? -1 : desk.text.request(event.booking());
    switch (event.type()) {
      case EventText.LOCATED -> {
        int at = desk.times().ofText(data.path("at_time").asText());
        // What is held back after a pause is told by when it was due, behind the end of the pause.
        int due = desk.times().toEngine(event.time());
        begun(event).locate(vehicle, desk.text.readPlace(data), at, cause(data), due);
      }
      case EventText.ARRIVAL_REPORTED -> begun(event).arrive(vehicle, desk.now());
      case EventText.BROUGHT_FORWARD ->
          begun(event).bringForward(vehicle, data.path("stop").asInt(), desk.now());
      case EventText.VEHICLE_OUT -> {
        int until = desk.times().ofText(data.path("until").asText());
        begun(event).takeOut(vehicle, until, desk.now());
      }
      case EventText.SHIFT_SHORTENED -> {
        int end = desk.times().ofText(data.path("end").asText());
        begun(event).endShift(vehicle, end, desk.now());
      }
      case EventText.RELEASED -> begun(event).release(request, desk.now());
      case EventText.REASSIGNED ->
          begun(event)
              .reassignTo(
                  request,
                  desk.text.stop(data.path("pickup_stop_id").asText()),
                  vehicle,
                  data.path("pickup_index").asInt(),
                  data.path("drop_off_index").asInt(),
                  cause(data),
                  desk.now());
      case EventText.ANNOUNCED -> begun(event).announceVehicle(request, desk.now());
      case EventText.IMPROVED -> begun(event).replayRoutes(desk.text.readRoutes(data), desk.now());
      case EventText.REPOSITIONED -> {
        int towards = desk.text.stop(data.path("towards_stop_id").asText());
        int at = desk.times().ofText(data.path("at_time").asText());
        begun(event).replayReposition(vehicle, towards, desk.text.readPlace(data), at, desk.now());
      }
      case EventText.FAILED -> begun(event).fail(request, cause(data), desk.now());
      case EventText.CONTACT_LOST, EventText.CONTACT_RESTORED, EventText.REASON_GIVEN -> {
        desk.begin(event.time());
        desk.advance();
        desk.scribe.note(event);
        if (!event.type().equals(EventText.REASON_GIVEN)) {
          boolean lost = event.type().equals(EventText.CONTACT_LOST);
          desk.tracking.replay(vehicle, lost, event.time());
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What was decided for a moment after midnight may stand before the beginning of the day. */
  private Dispatcher begun(JournalEvent event) {
    desk.reach(event.time());
    return desk.dispatcher();
  }

  private static TroubleCause cause(JsonNode data) {
    return TroubleCause.valueOf(data.path("cause").asText().toUpperCase(Locale.ROOT));
  }
}
