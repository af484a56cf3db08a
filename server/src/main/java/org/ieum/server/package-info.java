/** The executable: where the program starts. */
@NullMarked
package org.ieum.server;

import org.jspecify.annotations.NullMarked;
