/** Figures for those who operate a server, from what comes to disk and how the journal keeps up. */
@NullMarked
package org.ieum.server.figures;

import org.jspecify.annotations.NullMarked;
