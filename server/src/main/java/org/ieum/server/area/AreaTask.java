package org.ieum.server.area;

/** Something to be done on the writer's thread of an area. */
@FunctionalInterface
public interface AreaTask<T> {
  /**
   * Does it. A task that asks for a booking that was over long ago may be ended there and be done
   * again from its beginning, when that has been read; no change comes before.
   *
   * @throws org.ieum.server.api.Refusal when it cannot be done
   */
  T run(AreaDesk desk);
}
