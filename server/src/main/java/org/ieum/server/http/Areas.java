package org.ieum.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ieum.model.LatLon;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.area.Area;

/** Finds the area that a request is about. */
final class Areas {
  private final List<Area> areas;

  Areas(List<Area> areas) {
    this.areas = List.copyOf(areas);
  }

  List<Area> all() {
    return areas;
  }

  boolean areReady() {
    return areas.stream().allMatch(Area::isReady);
  }

  /** The area that the request names, or the only one. */
  Area of(Call call) {
    Optional<String> id = call.find("area_id");
    if (id.isPresent()) {
      return ready(named(id.get()));
    }
    if (areas.size() > 1) {
      throw Refused.missing("area_id");
    }
    return ready(areas.get(0));
  }

  /** All areas; refuses when one is not ready. */
  List<Area> allReady() {
    return areas.stream().map(Areas::ready).toList();
  }

  /** The area of a quote: by its name, or by the pickup; the first when that is in none. */
  Area of(QuoteInput input) {
    String id = input.areaId();
    if (id != null) {
      return ready(named(id));
    }
    LatLon pickup = new LatLon(input.pickupLat(), input.pickupLon());
    return ready(
        areas.stream().filter(area -> area.contains(pickup)).findFirst().orElse(areas.get(0)));
  }

  /** The area that gave out an id, which begins with the area's own: the longest that fits. */
  Area ofId(String id) {
    Area found = null;
    int longest = -1;
    for (Area area : areas) {
      String areaId = area.view().areaId();
      if (areaId.length() > longest && id.startsWith(areaId + "-")) {
        found = area;
        longest = areaId.length();
      }
    }
    if (found == null) {
      throw Refusal.notFound("there is no " + Refused.shown(id));
    }
    return ready(found);
  }

  /** The area of a vehicle: the one that is named, or the only one that has it. */
  CompletableFuture<Area> ofVehicle(Call call, String vehicleId) {
    if (areas.size() == 1 || call.find("area_id").isPresent()) {
      return CompletableFuture.completedFuture(of(call));
    }
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (Area area : areas) {
      answers.add(ready(area).ask(desk -> desk.vehicle(vehicleId)).handle(Areas::isThere));
    }
    return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
        .thenApply(all -> only(answers, vehicleId));
  }

  private static boolean isThere(Object vehicle, Throwable fault) {
    if (fault == null) {
      return true;
    }
    Throwable cause = Problems.cause(fault);
    if (cause instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND) {
      return false;
    }
    throw new CompletionException(cause);
  }

  private Area only(List<CompletableFuture<Boolean>> answers, String vehicleId) {
    Area found = null;
    for (int i = 0; i < areas.size(); i++) {
      if (answers.get(i).join()) {
        if (found != null) {
          throw Refused.missing("area_id");
        }
        found = areas.get(i);
      }
    }
    if (found == null) {
      throw Refusal.notFound("there is no vehicle " + vehicleId);
    }
    return found;
  }

  private Area named(String id) {
    return areas.stream()
        .filter(area -> area.view().areaId().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("there is no area " + Refused.shown(id)));
  }

  private static Area ready(Area area) {
    if (!area.isReady()) {
      throw Refusal.unavailable("area " + area.view().areaId() + " is not ready");
    }
    return area;
  }
}
