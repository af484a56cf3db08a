package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.model.CandidatePoint;
import org.ieum.model.RideRequest;

/**
 * Requests that may board and alight anywhere within 300 s on foot. The search for these places is
 * part of opening the request, so it counts.
 */
final class MeetingPoints implements DispatchRun.Opening {
  private static final int WALK = 300_000;

  private final WalkingReach reach;
  private long requests;
  private long pickups;
  private long dropoffs;
  private long nodes;

  MeetingPoints(RoadPack pack) {
    reach = new WalkingReach(pack, WALK);
  }

  @Override
  public RideRequest open(DispatchDesk desk, Request asked) {
    requests++;
    List<CandidatePoint> boarding = points(desk, asked.origin().edge());
    List<CandidatePoint> alighting = points(desk, asked.destination().edge());
    pickups += boarding.size();
    dropoffs += alighting.size();
    return desk.request(asked, boarding, alighting);
  }

  private List<CandidatePoint> points(DispatchDesk desk, int edge) {
    reach.find(edge);
    nodes += reach.nodes();
    List<CandidatePoint> points = new ArrayList<>(reach.count());
    for (int i = 0; i < reach.count(); i++) {
      points.add(desk.acquire(RoadPack.end(reach.edge(i)), reach.walk(i)));
    }
    return points;
  }

  /** Mean number of places to board at. */
  double meanPickups() {
    return (double) pickups / requests;
  }

  /** Mean number of places to alight at. */
  double meanDropoffs() {
    return (double) dropoffs / requests;
  }

  /** Mean number of crossings at which the places of one end lie. */
  double meanNodes() {
    return nodes / 2.0 / requests;
  }
}
