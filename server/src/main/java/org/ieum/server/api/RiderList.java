package org.ieum.server.api;

import java.util.List;

/** The riders with a telephone number. */
public record RiderList(List<RiderView> riders) {}
