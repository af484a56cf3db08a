package org.ieum.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.ieum.model.LatLon;
import org.ieum.server.report.VehicleDay.TrackPoint;
import org.junit.jupiter.api.Test;

class PolylineTest {
  private static BitSet bits(int... indexes) {
    BitSet bits = new BitSet();
    for (int index : indexes) {
      bits.set(index);
    }
    return bits;
  }

  @Test
  void pointsOnAStraightLineGoAndACornerStays() {
    List<LatLon> corner =
        List.of(
            new LatLon(57.7, 11.90),
            new LatLon(57.7, 11.91),
            new LatLon(57.7, 11.92),
            new LatLon(57.71, 11.92));
    assertEquals(bits(0, 2, 3), Polyline.shape(corner, 3));
  }

  @Test
  void aLoopThatEndsWhereItBeganStays() {
    List<LatLon> loop =
        List.of(
            new LatLon(57.7, 11.90),
            new LatLon(57.7, 11.91),
            new LatLon(57.71, 11.91),
            new LatLon(57.7, 11.90));
    assertEquals(bits(0, 1, 2, 3), Polyline.shape(loop, 3));
  }

  @Test
  void aStandAndAChangeOfSpeedStay() {
    LatLon start = new LatLon(57.7, 11.90);
    LatLon middle = new LatLon(57.7, 11.91);
    LatLon end = new LatLon(57.7, 11.92);
    List<TrackPoint> track =
        List.of(
            new TrackPoint(0, start),
            new TrackPoint(60_000, middle),
            new TrackPoint(600_000, middle),
            new TrackPoint(660_000, end));
    assertEquals(bits(0, 1, 2, 3), Polyline.motion(track, 8));
  }

  @Test
  void evenMotionOnAStraightLineIsTwoPoints() {
    List<TrackPoint> track = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      track.add(new TrackPoint(i * 1000, new LatLon(57.7, 11.9 + i * 1e-4)));
    }
    assertEquals(bits(0, 100), Polyline.motion(track, 1));
  }

  @Test
  void emptyAndSingleTracksAreKept() {
    assertEquals(bits(), Polyline.motion(List.of(), 8));
    assertEquals(bits(0), Polyline.motion(List.of(new TrackPoint(5, new LatLon(1, 2))), 8));
  }

  /** After leaving points out, every vehicle is still within the tolerance of where it was. */
  @Test
  void noPositionMovesFartherThanTheTolerance() {
    long seed = 77;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<TrackPoint> track = new ArrayList<>();
      int time = 0;
      double lat = 57.7;
      double lon = 11.9;
      for (int i = 0; i < 300; i++) {
        track.add(new TrackPoint(time, new LatLon(lat, lon)));
        time += random.nextInt(20_000);
        lat += random.nextGaussian() * 1e-4;
        lon += random.nextDouble() * 2e-4;
      }
      BitSet kept = Polyline.motion(track, 15);
      assertTrue(kept.cardinality() < track.size(), "seed " + seed + " round " + round);
      for (int i = 0; i < track.size(); i++) {
        TrackPoint from = track.get(kept.previousSetBit(i));
        TrackPoint to = track.get(kept.nextSetBit(i));
        double span = to.time() - from.time();
        double share = span == 0 ? 0 : (track.get(i).time() - from.time()) / span;
        LatLon drawn =
            new LatLon(
                from.place().lat() + share * (to.place().lat() - from.place().lat()),
                from.place().lon() + share * (to.place().lon() - from.place().lon()));
        double metres = drawn.metresTo(track.get(i).place());
        assertTrue(metres < 15.1, "seed " + seed + " round " + round + ": " + metres);
      }
    }
  }
}
