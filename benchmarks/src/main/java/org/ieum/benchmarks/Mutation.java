package org.ieum.benchmarks;

import java.util.Random;

/** One way to break a request. */
@FunctionalInterface
interface Mutation {
  /** Breaks it, if that can be done to this one; returns whether it did. */
  boolean apply(DraftRequest request, Random random);
}
