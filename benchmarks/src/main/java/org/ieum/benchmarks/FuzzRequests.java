package org.ieum.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ieum.benchmarks.ApiOperation.Field;
import org.ieum.benchmarks.DraftRequest.Member;

/** Makes requests: good ones from the description of the server, which are then broken. */
final class FuzzRequests {
  private static final int MOST_MUTATIONS = 3;

  private final FuzzWorld world;
  private final List<ApiOperation> operations;
  private final List<FuzzActor> actors;
  private final Random random;
  private int made;

  /**
   * A request about to be sent.
   *
   * @param role of whose credential it has, "" for none
   * @param expected the answer to one that tests access; 0 for others
   */
  record Made(DraftRequest request, String role, int expected) {}

  FuzzRequests(
      FuzzWorld world, List<ApiOperation> operations, List<FuzzActor> actors, Random random) {
    this.world = world;
    this.operations = operations;
    this.actors = actors;
    this.random = random;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A broken request of somebody who may use the operation, with ids that are their own. */
  Made hostile() throws IOException {
    FuzzActor actor = any(actors);
    DraftRequest request = good(operation(actor.role(), true), actor);
    request.headers.add(0, "Authorization: Bearer " + actor.credential());
    int mutations = 1 + random.nextInt(MOST_MUTATIONS);
    for (int i = 0; i < mutations; ) {
      if (any(kind()).apply(request, random)) {
        i++;
      }
    }
    return new Made(request, actor.role(), 0);
  }

  private List<Mutation> kind() {
    int kind = random.nextInt(10);
    return kind < 5 ? BodyMutations.CONTENT : kind < 9 ? HeadMutations.ALL : BodyMutations.FRAMING;
  }

  private ApiOperation operation(String role, boolean may) {
    while (true) {
      ApiOperation operation = any(operations);
      boolean isStream = operation.path().equals("/v1/events");
      // Those who listen are noticed to be gone only after some seconds, and there is a limit.
      if (operation.mayBeUsedBy(role) == may && (!isStream || random.nextInt(20) == 0)) {
        return operation;
      }
    }
  }

  /** A request that is right but for who sends it. */
  Made access() throws IOException {
    FuzzActor actor = any(actors);
    switch (random.nextInt(4)) {
      case 0 -> {
        DraftRequest request = good(closed(actor), actor);
        String credential = wrongCredential(actor);
        if (!credential.isEmpty()) {
          request.headers.add("Authorization: " + credential);
        }
        return new Made(request, "", 401);
      }
      case 1 -> {
        if (operations.stream().allMatch(one -> one.mayBeUsedBy(actor.role()))) {
          return access();
        }
        DraftRequest request = good(operation(actor.role(), false), actor);
        request.headers.add("Authorization: Bearer " + actor.credential());
        return new Made(request, actor.role(), 403);
      }
      default -> {
        return foreign();
      }
    }
  }

  private ApiOperation closed(FuzzActor actor) {
    ApiOperation operation = operation(actor.role(), true);
    return operation.roles().isEmpty() ? closed(actor) : operation;
  }

  private String wrongCredential(FuzzActor actor) {
    String role = actor.role();
    String subject = actor.subject();
    String secret = FuzzActor.SECRET;
    String good = FuzzActor.token(role, subject, "ieum", secret, 600);
    String[] parts = good.split("\\.", -1);
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "Bearer ";
      case 2 -> "Basic YWRtaW46YWRtaW4=";
      case 3 -> "Bearer " + actor.credential() + "x";
      case 4 -> "Bearer " + HostileValues.longText(random, 6000).replaceAll("[^!-~]", "x");
      case 5 -> "Bearer " + FuzzActor.token(role, subject, "ieum", secret, -600);
      case 6 -> "Bearer " + FuzzActor.token(role, subject, "other", secret, 600);
      case 7 -> "Bearer " + FuzzActor.token("root", subject, "ieum", secret, 600);
      case 8 -> "Bearer " + FuzzActor.token(role, subject, "ieum", secret + "x", 600);
      case 9 -> "Bearer eyJhbGciOiJub25lIn0." + parts[1] + ".";
      case 10 -> "Bearer " + parts[0] + "." + parts[1] + ".";
      default -> "Bearer ....";
    };
  }

  /** About what belongs to somebody else. */
  private Made foreign() throws IOException {
    FuzzActor actor = any(actors.stream().filter(a -> a.isRider() || a.isDriver()).toList());
    ApiOperation operation = operation(actor.role(), true);
    String path = operation.path();
    boolean isAboutBooking = path.contains("{booking_id}") || path.contains("{task_id}");
    boolean isOwned =
        actor.isRider()
            ? path.contains("{rider_id}")
            : path.contains("{vehicle_id}") || path.contains("{driver_id}");
    if (isAboutBooking) {
      // A ride changes hands when a dispatcher, or a broken request of theirs, reassigns it.
      world.look();
    }
    String booking = isAboutBooking ? world.foreignBooking(actor) : "";
    if (!isOwned && booking.isEmpty()) {
      return foreign();
    }
    FuzzActor other =
        new FuzzActor(
            actor.role(),
            actor.isRider() ? world.foreignRider(actor) : world.foreignVehicle(actor),
            "");
    DraftRequest request = good(operation, isOwned ? other : actor);
    if (!booking.isEmpty()) {
      request.path =
          path.replace("{booking_id}", booking).replace("{task_id}", booking + ":pickup");
    }
    request.headers.add("Authorization: Bearer " + actor.credential());
    return new Made(request, actor.role(), 403);
  }

  /** A request that should be carried out, but for its credential. */
  private DraftRequest good(ApiOperation operation, FuzzActor actor) throws IOException {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    for (Field field : operation.parameters()) {
      if (field.in().equals("path")) {
        String id = HostileValues.encoded(text(field, actor));
        path = path.replace("{" + field.name() + "}", id);
      } else if (field.required() || random.nextInt(4) == 0) {
        if (field.in().equals("query")) {
          query.add(field.name() + "=" + HostileValues.encoded(text(field, actor)));
        } else {
          headers.add(field.name() + ": " + text(field, actor));
        }
      }
    }
    DraftRequest request = new DraftRequest(operation, path);
    request.query.addAll(query);
    request.headers.addAll(headers);
    for (Field field : operation.body()) {
      if (field.required() || random.nextBoolean()) {
        String text = text(field, actor);
        boolean isText = field.type().equals("string") || field.type().isEmpty();
        request.members.add(
            new Member(
                HostileValues.quoted(field.name()), isText ? HostileValues.quoted(text) : text));
      }
    }
    return request;
  }

  /** A value of a field that is right, or at least could be. */
  private String text(Field field, FuzzActor actor) throws IOException {
    String name = field.name();
    return switch (name) {
      case "area_id" -> ServerProcess.AREA;
      case "rider_id" -> world.rider(actor);
      case "vehicle_id", "driver_id" -> world.vehicle(actor);
      case "booking_id" -> world.booking(actor);
      case "task_id" -> world.booking(actor) + (random.nextBoolean() ? ":pickup" : ":drop_off");
      case "offer_id" -> world.offer(world.rider(actor));
      case "stop_id", "start_stop_id", "end_stop_id" -> world.stop().path("stop_id").asText();
      case "pickup_lat", "drop_off_lat", "lat" -> world.stop().path("stop_lat").asText();
      case "pickup_lon", "drop_off_lon", "lon" -> world.stop().path("stop_lon").asText();
      case "speeds" -> world.roadSpeeds();
      case "service_id" -> "on_demand";
      case "scooter_id" -> "e" + random.nextInt(3);
      case "reservation_id" -> ServerProcess.AREA + "-r" + random.nextInt(9);
      case "bbox" -> "11.9,57.6,12.1,57.8";
      case "phone" -> "+46 31 " + (100 + random.nextInt(900));
      case "cursor" -> Integer.toString(random.nextInt(100));
      case "type" -> "ride_confirmed";
      case "If-Match", "If-None-Match" -> "\"" + random.nextInt(20) + "\"";
      case "Idempotency-Key" -> "fuzz-" + made++;
      default -> byType(field);
    };
  }

  private String byType(Field field) {
    if (field.name().endsWith("time")
        || field.schema().path("format").asText().equals("date-time")) {
      return world.time();
    }
    if (!field.choices().isEmpty()) {
      return any(field.choices());
    }
    return switch (field.type()) {
      case "integer" -> {
        long min = field.schema().path("minimum").asLong();
        long most = Math.min(field.schema().path("maximum").asLong(100) - min, 3);
        yield Long.toString(min + random.nextInt((int) most + 1));
      }
      case "number" -> String.format(Locale.ROOT, "%.3f", random.nextDouble());
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "array" -> "[]";
      case "object" -> "{}";
      default -> "text " + random.nextInt(100);
    };
  }
}
