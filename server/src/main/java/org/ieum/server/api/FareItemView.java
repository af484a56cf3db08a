package org.ieum.server.api;

/**
 * A line of a bill.
 *
 * @param type {@code ride}, or what is taken off: {@code pass}, {@code transfer}
 * @param label service, pass, or mode that was changed from
 * @param amount whole minor units of the currency, below 0 for what is taken off
 */
public record FareItemView(String type, String label, long amount) {}
