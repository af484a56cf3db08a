/** What goes over the wire: plain records whose names, in snake case, are those of the JSON. */
@NullMarked
package org.ieum.server.api;

import org.jspecify.annotations.NullMarked;
