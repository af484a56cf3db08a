package org.ieum.road;

import java.util.Arrays;
import org.ieum.traveltime.EdgeTimes;

/**
 * How much faster or slower than usual cars drive, by class of road and by edge: 1 is as usual, 0.5
 * half as fast, 0 closed. The factor of an edge goes before that of its class. Immutable.
 */
public final class SpeedFactors {
  private static final double USUAL = 1;
  private static final double NOT_SET = -1;

  /** Factor of the class with code i, or NOT_SET. */
  private final double[] byClass;

  /** Factor of edge i from its base node, or NOT_SET. */
  private final double[] forward;

  /** Factor of edge i to its base node, or NOT_SET. */
  private final double[] backward;

  /** Code of the class of edge i. */
  private final byte[] classes;

  private SpeedFactors(Builder builder) {
    byClass = builder.byClass.clone();
    forward = builder.forward.clone();
    backward = builder.backward.clone();
    classes = builder.classes;
  }

  /** No factors yet for the edges of a network. */
  public static Builder on(RoadNetwork network) {
    return new Builder(network.roadClassCells());
  }

  /** The factor of an edge from its base node. */
  public double forward(int edge) {
    return factor(forward[edge], edge);
  }

  /** The factor of an edge to its base node. */
  public double backward(int edge) {
    return factor(backward[edge], edge);
  }

  private double factor(double own, int edge) {
    double general = byClass[classes[edge]];
    return own != NOT_SET ? own : general != NOT_SET ? general : USUAL;
  }

  /**
   * Times changed by the factors: whole multiples of {@link Contraction#UNIT_MILLIS}, at least one.
   * What is closed stays closed.
   *
   * @param usual times by which cars drive at factor 1
   * @throws IllegalArgumentException when the times have another number of edges
   */
  public EdgeTimes applyTo(EdgeTimes usual) {
    if (usual.edgeCount() != classes.length) {
      throw new IllegalArgumentException(
          "the factors are for " + classes.length + " edges, not " + usual.edgeCount());
    }
    int[] there = new int[classes.length];
    int[] back = new int[classes.length];
    for (int edge = 0; edge < classes.length; edge++) {
      there[edge] = changed(usual.forward(edge), forward(edge));
      back[edge] = changed(usual.backward(edge), backward(edge));
    }
    return usual.withTimes(there, back);
  }

  private static int changed(int millis, double factor) {
    if (millis == EdgeTimes.CLOSED || factor == 0) {
      return EdgeTimes.CLOSED;
    }
    if (factor == USUAL) {
      return millis;
    }
    long units = Math.max(1, Math.round(millis / factor / Contraction.UNIT_MILLIS));
    return (int) Math.min(units * Contraction.UNIT_MILLIS, EdgeTimes.CLOSED);
  }

  /** Collects factors and refuses what makes no sense. */
  public static final class Builder {
    private final byte[] classes;

    /** Factor of the class with code i, or NOT_SET. */
    private final double[] byClass = new double[RoadClass.count()];

    /** Factor of edge i from its base node, or NOT_SET. */
    private final double[] forward;

    /** Factor of edge i to its base node, or NOT_SET. */
    private final double[] backward;

    private Builder(byte[] classes) {
      this.classes = classes;
      forward = new double[classes.length];
      backward = new double[classes.length];
      Arrays.fill(byClass, NOT_SET);
      Arrays.fill(forward, NOT_SET);
      Arrays.fill(backward, NOT_SET);
    }

    /**
     * Sets the factor of a class of road.
     *
     * @throws IllegalArgumentException when the factor is neither 0 nor from 0.01 to 10, or the
     *     class has one already
     */
    public Builder roadClass(RoadClass roadClass, double factor) {
      set(byClass, roadClass.code(), factor, "road class " + roadClass.text());
      return this;
    }

    /**
     * Sets the factor of an edge in both directions.
     *
     * @throws IllegalArgumentException as {@link #forward} and {@link #backward}
     */
    public Builder edge(int edge, double factor) {
      return forward(edge, factor).backward(edge, factor);
    }

    /**
     * Sets the factor of an edge from its base node.
     *
     * @throws IllegalArgumentException when there is no such edge, the factor is neither 0 nor from
     *     0.01 to 10, or the edge has one already
     */
    public Builder forward(int edge, double factor) {
      set(forward, checked(edge), factor, "edge " + edge + " forward");
      return this;
    }

    /**
     * Sets the factor of an edge to its base node.
     *
     * @throws IllegalArgumentException as {@link #forward}
     */
    public Builder backward(int edge, double factor) {
      set(backward, checked(edge), factor, "edge " + edge + " backward");
      return this;
    }

    private int checked(int edge) {
      if (edge < 0 || edge >= classes.length) {
        throw new IllegalArgumentException(
            "edge must be from 0 to " + (classes.length - 1) + ", was " + edge);
      }
      return edge;
    }

    private static void set(double[] factors, int index, double factor, String what) {
      if (!(factor == 0 || (factor >= 0.01 && factor <= 10))) {
        throw new IllegalArgumentException(
            "speed factor of " + what + " must be 0 or from 0.01 to 10, was " + factor);
      }
      if (factors[index] != NOT_SET) {
        throw new IllegalArgumentException(
            what + " has two speed factors, " + factors[index] + " and " + factor);
      }
      factors[index] = factor;
    }

    /** The factors as set so far. */
    public SpeedFactors build() {
      return new SpeedFactors(this);
    }
  }
}
