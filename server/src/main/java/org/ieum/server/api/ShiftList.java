package org.ieum.server.api;

import java.util.List;

/** All shifts that were asked for. */
public record ShiftList(List<ShiftView> shifts) {}
