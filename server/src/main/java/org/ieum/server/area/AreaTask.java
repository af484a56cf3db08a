package org.ieum.server.area;

/** Something to be done on the writer's thread of an area. */
@FunctionalInterface
public interface AreaTask<T> {
  /**
   * Does it.
   *
   * @throws org.ieum.server.api.Refusal when it cannot be done
   */
  T run(AreaDesk desk);
}
