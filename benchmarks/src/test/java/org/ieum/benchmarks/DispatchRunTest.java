package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.ieum.benchmarks.DispatchInstance.Answer;
import org.ieum.benchmarks.DispatchInstance.Car;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.RoadPosition;
import org.junit.jupiter.api.Test;

/** One car and one rider on a road of five crossings, a minute apart. */
class DispatchRunTest {
  private static final int MINUTE = 60_000;
  private static final Answer REFUSED = new Answer(-1, -1, -1, -1);

  private final Roads roads = Roads.of(road());

  private static EdgeTimes road() {
    int[] minute = new int[4];
    Arrays.fill(minute, MINUTE);
    return new EdgeTimes(5, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 4}, minute, minute.clone());
  }

  private static DispatchInstance instance(List<Answer> answers) {
    Request request = new Request(0, new RoadPosition(2, 0), new RoadPosition(3, 1), 0);
    Car car = new Car(0, new RoadPosition(0, 0), 0, 100 * MINUTE, 4);
    return new DispatchInstance("road", List.of(request), List.of(car), answers);
  }

  @Test
  void qualityIsWhatOneReckonsByHand() {
    Quality quality = Quality.of(DispatchRun.free(instance(List.of()), roads));
    assertEquals(1, quality.served());
    assertEquals(180, quality.waitMean(), 1e-9);
    assertEquals(180, quality.waitP95(), 1e-9);
    assertEquals(120, quality.rideMean(), 1e-9);
    assertEquals(1, quality.detour(), 1e-9);
    assertEquals(4 / 60.0, quality.driveHours(), 1e-9);
    assertEquals(0.5, quality.occupancy(), 1e-9);
    assertEquals(0.5, quality.emptyShare(), 1e-9);
  }

  @Test
  void equalAnswersDoNotDiffer() {
    Answer same = new Answer(0, 0, 0, 11 * MINUTE);
    DispatchRun run = DispatchRun.guided(instance(List.of(same)), roads);
    assertEquals(List.of(), run.differences());
    assertEquals(1, Quality.of(run).served());
    assertEquals(1, Quality.of(run).same());
  }

  @Test
  void anotherCostIsAnotherAnswer() {
    Answer dearer = new Answer(0, 0, 0, 12 * MINUTE);
    DispatchRun run = DispatchRun.guided(instance(List.of(dearer)), roads);
    assertEquals(1, run.differences().size());
    assertEquals(0, run.differences().get(0).request());
    assertEquals(1, Quality.of(run).served());
  }

  @Test
  void guidedRunsRefuseWithKarriAndFreeRunsDoNot() {
    DispatchRun guided = DispatchRun.guided(instance(List.of(REFUSED)), roads);
    assertEquals(1, guided.differences().size());
    assertEquals(0, Quality.of(guided).served());
    DispatchRun free = DispatchRun.free(instance(List.of(REFUSED)), roads);
    assertEquals(1, free.differences().size());
    assertEquals(1, Quality.of(free).served());
  }
}
