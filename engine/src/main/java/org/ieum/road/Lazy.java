package org.ieum.road;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once. Thread-safe. */
final class Lazy<T> {
  private @Nullable Supplier<T> making;
  private @Nullable T value;

  Lazy(Supplier<T> making) {
    this.making = making;
  }

  synchronized T get() {
    T made = value;
    if (made == null) {
      if (making == null) {
        throw new IllegalStateException("nothing is there to make the value from");
      }
      made = making.get();
      value = made;
      making = null;
    }
    return made;
  }
}
