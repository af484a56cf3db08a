/** Simulated riders and vehicles against a server that is made up. */
@NullMarked
package org.ieum.server.demo;

import org.jspecify.annotations.NullMarked;
