package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.Locale;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.OptimizerClock;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.reoptimize.RouteSearch;

/** Experiment. */
public final class OnlineRun {
  public static void main(String[] args) {
    Path folder = SharedFolder.find("data/dispatch/" + args[0]).orElseThrow().resolveSibling(".");
    DispatchInstance day = DispatchInstance.read(folder, args[0]).first(Integer.parseInt(args[1]));
    Roads roads = Roads.of(new RoadPack(folder).edges);
    ReoptimizeRules rules =
        new ReoptimizeRules(
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]),
            Integer.parseInt(args[5]));
    for (boolean improves : new boolean[] {false, true}) {
      DispatchDesk desk = new DispatchDesk(roads, day);
      OptimizerClock clock =
          new OptimizerClock(
              desk.dispatcher(), RouteSearch::improve, rules, 1, day.requests().get(0).time());
      long begun = System.nanoTime();
      long spent = 0;
      for (Request request : day.requests()) {
        while (improves && clock.next() < request.time()) {
          desk.advance(clock.next());
          long from = System.nanoTime();
          clock.look();
          spent += System.nanoTime() - from;
        }
        desk.serve(request);
      }
      desk.finish();
      int served = 0;
      double wait = 0;
      double ride = 0;
      double direct = 0;
      for (int r = 0; r < day.requests().size(); r++) {
        if (desk.book().isServed(r)) {
          served++;
          wait += desk.book().wait(r);
          ride += desk.book().ride(r);
          direct += desk.book().direct(r);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s: served %d, wait %.1f s, ride %.1f s, drive %.1f h, direct %.1f h, direct/drive %.4f,"
              + " looks %d, applied %d, saved %.1f h, %.1f s (looking %.1f s)%n",
          improves,
          served,
          wait / served / 1e3,
          ride / served / 1e3,
          desk.book().driveMillis() / 3.6e6,
          direct / 3.6e6,
          direct / desk.book().driveMillis(),
          clock.looks(),
          clock.applied(),
          clock.saved() / 3.6e6,
          (System.nanoTime() - begun) / 1e9,
          spent / 1e9);
    }
  }
}
