/**
 * Travel times on a road graph: flat rank-ordered hierarchies and the queries on them, the stop
 * matrix, walking reach. Interfaces that the road graph fills ({@link org.ieum.traveltime.Snapper},
 * {@link org.ieum.traveltime.PathGeometry}) live here too, so that nothing but {@code road} knows
 * where the graph comes from. All durations are milliseconds in an {@code int}; {@link
 * org.ieum.traveltime.TravelTimes#UNREACHABLE} means that no path exists.
 */
@NullMarked
package org.ieum.traveltime;

import org.jspecify.annotations.NullMarked;
