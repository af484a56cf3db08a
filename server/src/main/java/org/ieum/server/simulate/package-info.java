/**
 * A simulated day from its inputs to its files: {@link org.ieum.server.simulate.DayRun} runs it,
 * {@link org.ieum.server.simulate.DayFiles} writes the tables and {@link
 * org.ieum.server.simulate.DayReport} fills the page.
 */
@NullMarked
package org.ieum.server.simulate;

import org.jspecify.annotations.NullMarked;
