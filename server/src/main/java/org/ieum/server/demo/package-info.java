/** Simulated riders and vehicles that use a running server through its HTTP API alone. */
@NullMarked
package org.ieum.server.demo;

import org.jspecify.annotations.NullMarked;
