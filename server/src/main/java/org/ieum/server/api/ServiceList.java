package org.ieum.server.api;

import java.util.List;

/** All services that were asked for. */
public record ServiceList(List<ServiceView> services) {}
