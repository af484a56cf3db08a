/**
 * Shared scooters: what there is, who gets which, and where they ought to stand. Knows nothing of
 * files and of HTTP.
 */
@NullMarked
package org.ieum.micromobility;

import org.jspecify.annotations.NullMarked;
