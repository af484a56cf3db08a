package org.ieum.server.api;

import java.util.List;

/** All tasks that were asked for. */
public record TaskList(List<TaskView> tasks) {}
