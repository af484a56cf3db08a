/**
 * Says where idle vehicles ought to wait: {@link org.ieum.reposition.DemandForecast} knows how many
 * riders to expect where and when, {@link org.ieum.reposition.RepositionPlanner} spreads the
 * vehicles accordingly. Moving them is for dispatch.
 */
@NullMarked
package org.ieum.reposition;

import org.jspecify.annotations.NullMarked;
