/**
 * The dispatcher: quotes rides, confirms them with a promise, cancels them, and moves the fleet
 * through time. {@link org.ieum.dispatch.Dispatcher} is the facade and the single writer of the
 * fleet state; every change that it makes is told to its listener as a {@link
 * org.ieum.dispatch.DispatchEvent}.
 */
@NullMarked
package org.ieum.dispatch;

import org.jspecify.annotations.NullMarked;
