package org.ieum.server.api;

import java.util.List;

/** All stops that were asked for. */
public record StopList(List<StopView> stops) {}
