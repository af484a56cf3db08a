package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * Something off a ride that follows another one soon.
 *
 * @param fromMode mode of the ride before
 * @param toMode mode of the ride that is cheaper for it
 * @param within longest time between the two, seconds
 * @param amount minor units off for each rider; null when it is a percentage
 * @param percent off the price; null when it is an amount
 */
public record TransferView(
    String fromMode, String toMode, int within, @Nullable Long amount, @Nullable Integer percent) {}
