/**
 * Improves whole plans of a fleet: {@link org.ieum.reoptimize.RouteSearch} is a large-neighbourhood
 * search on flat arrays, {@link org.ieum.reoptimize.Ruin} and {@link org.ieum.reoptimize.Recreate}
 * are its two halves. {@link org.ieum.reoptimize.JspritSearch} does the same with jsprit, and is
 * the only way to it.
 *
 * <p>A {@link org.ieum.reoptimize.RoutingProblem} is a static pickup-and-delivery problem with time
 * windows, capacities and longest rides. Published instances fit it as they are; a part of a live
 * area does so as a {@link org.ieum.reoptimize.Neighbourhood}:
 *
 * <ul>
 *   <li>The dwell at a stop is put on the leg towards it, nothing on a leg between visits of the
 *       same place; a visit's time is then the end of its dwell, latest times and longest rides
 *       grow by the dwell, and several parties at one stop share it.
 *   <li>The stop where a vehicle stands, or to which it is driving, is its start; the start's time
 *       is the soonest departure from there. Its next break or end of shift is its end, with what
 *       lies behind as a latest arrival.
 *   <li>A rider aboard is a request whose pickup is at the start of the vehicle, takes no time and
 *       is bound to this vehicle; what is left of the longest ride is a latest drop-off, for the
 *       departure from the pickup is past.
 *   <li>A rider who has been told a vehicle is bound to it; others are free.
 *   <li>Where the problem is stricter than the fleet (a party that waits in the vehicle for another
 *       one at its own stop), something good may be missed, but nothing wrong is found; and what is
 *       found is judged again by the fleet's evaluator and validator.
 * </ul>
 */
@NullMarked
package org.ieum.reoptimize;

import org.jspecify.annotations.NullMarked;
