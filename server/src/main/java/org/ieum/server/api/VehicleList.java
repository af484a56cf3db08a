package org.ieum.server.api;

import java.util.List;

/** All vehicles that were asked for. */
public record VehicleList(List<VehicleView> vehicles) {}
