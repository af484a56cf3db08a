/** Who wants to travel: a day of trips, read from files or made up from the map. */
@NullMarked
package org.ieum.demand;

import org.jspecify.annotations.NullMarked;
