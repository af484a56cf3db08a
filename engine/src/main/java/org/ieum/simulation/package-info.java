/**
 * A day of service on a virtual clock, with the same dispatcher that runs on the street. {@link
 * org.ieum.simulation.Simulation} runs it, {@link org.ieum.simulation.SimulationResult} is what
 * happened, {@link org.ieum.simulation.KeyFigures} says how good it was.
 */
@NullMarked
package org.ieum.simulation;

import org.jspecify.annotations.NullMarked;
