/**
 * Journeys from door to door: walks, on-demand rides, transit and shared scooters, each leg of
 * which can really be had. Times are Unix milliseconds, fares minor units of one currency.
 */
@NullMarked
package org.ieum.journey;

import org.jspecify.annotations.NullMarked;
