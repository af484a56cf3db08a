/**
 * Where buses may stop: stop points that are given, those of OpenStreetMap, and virtual ones placed
 * so that as much of the walkable network as possible is near one. Distances here are walked along
 * the streets, in millimetres in an {@code int}.
 */
@NullMarked
package org.ieum.osmdata.stops;

import org.jspecify.annotations.NullMarked;
