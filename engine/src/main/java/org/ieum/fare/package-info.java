/** What journeys cost: tariffs, discounts and passes as data, and itemised prices of their legs. */
@NullMarked
package org.ieum.fare;

import org.jspecify.annotations.NullMarked;
