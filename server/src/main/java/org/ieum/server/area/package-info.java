/** Service areas in operation: one writer for each, fed by a queue. */
@NullMarked
package org.ieum.server.area;

import org.jspecify.annotations.NullMarked;
