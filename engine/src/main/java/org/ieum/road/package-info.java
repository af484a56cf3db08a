/**
 * The road graph of a service area, made from an OpenStreetMap extract: import and contraction by
 * GraphHopper, snapping, shapes, walking, stop points with their matrix, and the cache on disk.
 * Nothing but this package sees GraphHopper; once prepared, an area is flat arrays only.
 */
@NullMarked
package org.ieum.road;

import org.jspecify.annotations.NullMarked;
