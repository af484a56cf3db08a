package org.ieum.server.api;

import java.util.List;

/** The passes of a rider that are not over, those that end first before others in each area. */
public record GivenPassList(List<GivenPassView> passes) {}
