/** Simulated riders and vehicles that use a running server as real ones would. */
@NullMarked
package org.ieum.server.demo;

import org.jspecify.annotations.NullMarked;
