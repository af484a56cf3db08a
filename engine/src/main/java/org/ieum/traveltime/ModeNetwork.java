package org.ieum.traveltime;

/**
 * The ways of an area for one mode of travel beside driving: walking or riding. Edges have the same
 * ids as those of the cars. Parts that nothing joins are possible: times between them are {@link
 * TravelTimes#UNREACHABLE}. What takes time to make is made when it is first asked for. Immutable
 * and thread-safe.
 */
public interface ModeNetwork {
  /** How long each edge takes. */
  EdgeTimes times();

  /** The same as adjacency lists, for {@link ReachSearch} and {@link WalkAccess}. */
  FlatGraph graph();

  /**
   * The same as a hierarchy, for {@link OneToOneQuery}, {@link OneToManyQuery}, {@link
   * ManyToManyQuery} and {@link PathQuery}. The first one of an area takes seconds.
   */
  Hierarchy hierarchy();

  /** Shapes and lengths of the edges. */
  PathGeometry geometry();

  /**
   * Snaps to edges from which one gets to many others and back, within a radius in metres; tiny
   * parts are left out, unless there is no larger one.
   */
  Snapper snapper(double radius);
}
