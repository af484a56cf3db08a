/**
 * Finds the best way to fit a new party into the moving fleet. Reads the fleet through {@link
 * org.ieum.fleet.FleetView} and never writes it.
 */
@NullMarked
package org.ieum.insertion;

import org.jspecify.annotations.NullMarked;
