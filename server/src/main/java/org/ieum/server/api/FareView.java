package org.ieum.server.api;

import java.util.List;
import java.util.Optional;

/**
 * What a ride costs its party. It is part of what an offer promises.
 *
 * @param amount whole minor units of the currency (won, cents)
 * @param currency ISO 4217
 * @param riderKind by whose prices: {@code adult}, {@code youth} or {@code child}
 * @param items what it is made of
 */
public record FareView(long amount, String currency, String riderKind, List<FareItemView> items) {
  public FareView {
    items = List.copyOf(items);
  }

  /** The price before anything is taken off. */
  public long full() {
    return items.stream()
        .filter(item -> item.type().equals("ride"))
        .mapToLong(FareItemView::amount)
        .sum();
  }

  /** The id of the pass that takes something off, if one does. */
  public Optional<String> findPass() {
    return items.stream()
        .filter(item -> item.type().equals("pass"))
        .map(FareItemView::label)
        .findFirst();
  }
}
