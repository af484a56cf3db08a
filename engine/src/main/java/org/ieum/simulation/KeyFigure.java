package org.ieum.simulation;

/**
 * One number that says how good the service was.
 *
 * @param group heading it stands under, e.g. {@code Riders}
 * @param name the name planners know, e.g. {@code wait_average}
 * @param label the same in plain words
 * @param value the number in its unit; {@link Double#NaN} when there was nothing to measure
 * @param unit e.g. {@code s}, {@code m}, {@code km}, {@code %}, {@code share} (0 to 1, which the
 *     tiles show as per cent); empty for a count of what the label says
 * @param description one sentence on how it is measured
 * @param headline whether it is shown as a tile at the top of the page
 */
public record KeyFigure(
    String group,
    String name,
    String label,
    double value,
    String unit,
    String description,
    boolean headline) {}
