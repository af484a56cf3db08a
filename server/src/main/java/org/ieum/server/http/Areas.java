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
import org.jspecify.annotations.Nullable;

/** Finds the area that a request is about. */
final class Areas {
  private final List<Area> areas;

  Areas(List<Area> areas) {
    this.areas = List.copyOf(areas);
  }

  List<Area> all() {
    return areas;
  }

  /** Those that the caller may use. */
  List<Area> all(Call call) {
    return areas.stream().filter(area -> isTheirs(call, area)).toList();
  }

  boolean areReady() {
    return areas.stream().allMatch(Area::isReady);
  }

  /** The area that the request names, or the only one. */
  Area of(Call call) {
    Optional<String> id = call.find("area_id");
    if (id.isPresent()) {
      return ready(call, named(id.get()));
    }
    List<Area> theirs = all(call);
    if (theirs.size() > 1) {
      throw Refused.missing("area_id");
    }
    return ready(call, theirs.isEmpty() ? areas.get(0) : theirs.get(0));
  }

  /** Those that the caller may use; refuses when one is not ready. */
  List<Area> allReady(Call call) {
    return all(call).stream().map(area -> ready(call, area)).toList();
  }

  /** The area of a quote: by its name, or by the pickup; the first when that is in none. */
  Area of(Call call, QuoteInput input) {
    return of(call, input.areaId(), new LatLon(input.pickupLat(), input.pickupLon()));
  }

  /** The area of a trip: by its name, or by where it begins; the first when that is in none. */
  Area of(Call call, @Nullable String id, LatLon pickup) {
    if (id != null) {
      return ready(call, named(id));
    }
    List<Area> theirs = all(call).isEmpty() ? areas : all(call);
    return ready(
        call,
        theirs.stream().filter(area -> area.contains(pickup)).findFirst().orElse(theirs.get(0)));
  }

  /** The area that gave out an id, which begins with the area's own: the longest that fits. */
  Area ofId(Call call, String id) {
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
    return ready(call, found);
  }

  /** The area of a vehicle: the one that is named, or the only one that has it. */
  CompletableFuture<Area> ofVehicle(Call call, String vehicleId) {
    List<Area> theirs = all(call);
    if (theirs.size() <= 1 || call.find("area_id").isPresent()) {
      return CompletableFuture.completedFuture(of(call));
    }
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (Area area : theirs) {
      answers.add(ready(call, area).ask(desk -> desk.vehicle(vehicleId)).handle(Areas::isThere));
    }
    return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
        .thenApply(all -> only(theirs, answers, vehicleId));
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

  private static Area only(
      List<Area> theirs, List<CompletableFuture<Boolean>> answers, String vehicleId) {
    Area found = null;
    for (int i = 0; i < theirs.size(); i++) {
      if (answers.get(i).join()) {
        if (found != null) {
          throw Refused.missing("area_id");
        }
        found = theirs.get(i);
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

  private static boolean isTheirs(Call call, Area area) {
    return call.caller().mayUse(area.view().areaId());
  }

  private static Area ready(Call call, Area area) {
    if (!isTheirs(call, area)) {
      throw Refused.of(403, "area " + area.view().areaId() + " is not yours");
    }
    if (!area.isReady()) {
      throw Refusal.unavailable("area " + area.view().areaId() + " is not ready");
    }
    return area;
  }
}
