package org.ieum.server.api;

import java.util.List;

/**
 * Whether the server works.
 *
 * @param status {@code up}, or {@code down} when it takes no requests
 * @param waitingFor areas that are not ready
 */
public record HealthView(String status, List<String> waitingFor) {}
