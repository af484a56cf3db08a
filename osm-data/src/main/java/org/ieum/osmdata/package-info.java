/**
 * Prepares a service area from an OpenStreetMap extract: the roads inside, the stop points, and a
 * report of what was kept and dropped. Also carries a small prepared area to try things on.
 */
@NullMarked
package org.ieum.osmdata;

import org.jspecify.annotations.NullMarked;
