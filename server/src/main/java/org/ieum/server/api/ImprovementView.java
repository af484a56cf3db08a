package org.ieum.server.api;

/**
 * What came of improving the routes of an area on demand.
 *
 * @param looks how often some vehicles were looked at
 * @param plansApplied how many of the looks changed anything; each is told as {@code
 *     routes_improved}
 * @param plansRefused how many came too late
 * @param costSaved by how much all routes cost less, as in {@code routes_improved}
 * @param everythingSeen whether no route is left that has changed since it was last looked at
 */
public record ImprovementView(
    int looks, int plansApplied, int plansRefused, long costSaved, boolean everythingSeen) {}
