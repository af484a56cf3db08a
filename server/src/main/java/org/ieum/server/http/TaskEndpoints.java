package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.DRIVER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.TaskList;
import org.ieum.server.api.TaskView;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaDesk;

/** What a driver has to do, stop by stop. */
final class TaskEndpoints {
  private static final String ID = "task_id";
  private static final String PICKUP = ":pickup";
  private static final Role[] DRIVES = {DRIVER, DISPATCHER, ADMIN};

  private final Areas areas;
  private final Commands commands;

  /** What is done with a task. */
  private interface Step {
    TaskView of(AreaDesk desk, TaskView task);
  }

  TaskEndpoints(Areas areas, Commands commands) {
    this.areas = areas;
    this.commands = commands;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/v1/drivers/{driver_id}/tasks", "Lists what a driver has to do")
            .roles(DRIVES)
            .path("driver_id", "the vehicle of the driver")
            .area()
            .gives(TaskList.class)
            .does(this::list),
        step(
            "arrive",
            "Tells that the vehicle is there",
            (desk, task) -> desk.arrive(task.taskId())),
        step("complete", "Lets the party board or alight", TaskEndpoints::complete),
        step("skip", "Leaves a pickup out", (desk, task) -> desk.skip(task.taskId())));
  }

  private Endpoint step(String verb, String summary, Step step) {
    return Endpoint.post("/v1/tasks/{task_id}/" + verb, summary)
        .roles(DRIVES)
        .path(ID, "of the task")
        .gives(TaskView.class)
        .does(call -> step(call, step));
  }

  private CompletableFuture<Answer> list(Call call) {
    String vehicleId = call.get("driver_id");
    Guard.vehicle(call.caller(), vehicleId);
    return areas
        .ofVehicle(call, vehicleId)
        .thenCompose(area -> area.ask(desk -> desk.tasks(vehicleId)))
        .thenApply(tasks -> Answer.of(200, new TaskList(tasks)));
  }

  private CompletableFuture<Answer> step(Call call, Step step) {
    String id = call.get(ID);
    Area area = areas.ofId(call, id);
    return commands.order(
        call,
        area,
        200,
        desk -> {
          TaskView task = desk.task(id);
          Guard.own(call.caller(), desk.booking(task.bookingId()));
          return step.of(desk, task);
        });
  }

  private static TaskView complete(AreaDesk desk, TaskView task) {
    if (task.taskId().endsWith(PICKUP)) {
      desk.board(task.bookingId(), new BoardInput(null, null));
    } else {
      desk.alight(task.bookingId());
    }
    return task.withState("completed");
  }
}
