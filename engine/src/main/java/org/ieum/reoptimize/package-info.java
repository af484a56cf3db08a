/**
 * Improves whole plans of a fleet: {@link org.ieum.reoptimize.RouteSearch} is a large-neighbourhood
 * search on flat arrays, {@link org.ieum.reoptimize.Ruin} and {@link org.ieum.reoptimize.Recreate}
 * are its two halves. {@link org.ieum.reoptimize.JspritSearch} does the same with jsprit, and is
 * the only way to it.
 *
 * <p>A {@link org.ieum.reoptimize.RoutingProblem} is a static pickup-and-delivery problem with time
 * windows, capacities and longest rides. Published instances fit it as they are. A live area will
 * fit it as follows; that a request is bound to a vehicle, or to the start of its route, is still
 * to be built. (Windows of the engine bound the arrival, and dwell may pass while a vehicle waits
 * for the start of a window.)
 *
 * <ul>
 *   <li>The dwell at a stop is put on the leg towards it, nothing on a leg between visits of the
 *       same place; a visit's time is then the end of its dwell, latest times and longest rides
 *       grow by the dwell, and several parties at one stop share it.
 *   <li>The frozen first stop of a vehicle, and the place where it will be free to choose, is its
 *       start; the start's earliest time is the soonest departure from there.
 *   <li>A rider aboard is a request whose pickup is at the start of the vehicle, takes no time and
 *       is bound to this vehicle; what is left of the longest ride becomes a latest drop-off, for
 *       the departure from the pickup is past.
 *   <li>A notified window is the pickup's window, a notified vehicle binds the request to it; a
 *       request not yet notified is free.
 *   <li>Shifts and breaks cut a vehicle's day into vehicles of their own with start, end and window
 *       of each piece.
 *   <li>A request that stays unserved means that the plan is not proposed.
 * </ul>
 */
@NullMarked
package org.ieum.reoptimize;

import org.jspecify.annotations.NullMarked;
