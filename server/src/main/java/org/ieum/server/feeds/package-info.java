/**
 * Files that operators and planners bring: trips, fleets, attractors. Every fault of a file is
 * counted and named by file, line, column and value.
 */
@NullMarked
package org.ieum.server.feeds;

import org.jspecify.annotations.NullMarked;
