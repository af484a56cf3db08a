/**
 * Journeys as the command line and the server show them, and the maps on which they are planned.
 */
@NullMarked
package org.ieum.server.journeys;

import org.jspecify.annotations.NullMarked;
