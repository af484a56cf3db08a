/** Times, durations, distances, seats and choices as people write them in options and files. */
@NullMarked
package org.ieum.server.quantity;

import org.jspecify.annotations.NullMarked;
