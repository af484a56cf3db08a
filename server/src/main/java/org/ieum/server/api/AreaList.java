package org.ieum.server.api;

import java.util.List;

/** All areas that were asked for. */
public record AreaList(List<AreaView> areas) {}
