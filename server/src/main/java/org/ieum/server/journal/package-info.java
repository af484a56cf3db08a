/** Everything that happened in an area, in order, on disk before anybody is told. */
@NullMarked
package org.ieum.server.journal;

import org.jspecify.annotations.NullMarked;
