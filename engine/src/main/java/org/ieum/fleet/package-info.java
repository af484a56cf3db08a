/**
 * The routes of all vehicles. {@link org.ieum.fleet.FleetView} reads them, {@link
 * org.ieum.fleet.FleetState} alone writes them. A change is made on a {@link
 * org.ieum.fleet.RoutePlan}, judged and timed by the one {@link org.ieum.fleet.RouteEvaluator},
 * checked again by {@link org.ieum.fleet.PlanValidator}, and then takes the place of the route.
 */
@NullMarked
package org.ieum.fleet;

import org.jspecify.annotations.NullMarked;
