package org.ieum.micromobility;

/**
 * What kind of vehicle it is.
 *
 * @param id unique in its system
 * @param formFactor as GBFS spells it, such as {@code scooter_standing} or {@code bicycle}
 * @param maxRangeMetres how far it goes when full, or {@link Scooter#UNKNOWN_RANGE}
 * @param planId its pricing plan if a vehicle names none, or ""
 */
public record ScooterType(String id, String formFactor, int maxRangeMetres, String planId) {}
