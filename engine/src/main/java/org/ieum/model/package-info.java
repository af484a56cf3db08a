/**
 * The words of the domain as immutable records: riders and what they ask for, vehicles and when
 * they run, stop points, rules, and the promise that binds them. Times are milliseconds since the
 * area's epoch in an {@code int}, durations are milliseconds, and coordinates are (latitude,
 * longitude) in WGS 84 degrees. Records validate in their constructors and say the value they
 * refuse.
 */
@NullMarked
package org.ieum.model;

import org.jspecify.annotations.NullMarked;
