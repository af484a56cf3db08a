/**
 * The report of a simulated day: one self-contained web page with the key figures, a map on which
 * the vehicles drive through the day, and the charts a planner asks for. The records say all that
 * is needed to draw it; {@link org.ieum.server.report.ReportWriter} turns them into the page. Times
 * are milliseconds since the area's epoch, distances are metres, and the same data give the same
 * bytes.
 */
@NullMarked
package org.ieum.server.report;

import org.jspecify.annotations.NullMarked;
