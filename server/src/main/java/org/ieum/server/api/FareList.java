package org.ieum.server.api;

import java.util.List;

/** What rides cost in the areas that say so. */
public record FareList(List<FareTableView> fares) {}
