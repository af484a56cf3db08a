/**
 * Public transport by timetable: the timetable in flat arrays, and all journeys in it that are best
 * in arrival, walking, vehicles and fare. Knows nothing of files; times are Unix seconds.
 */
@NullMarked
package org.ieum.transit;

import org.jspecify.annotations.NullMarked;
