/** The HTTP layer: resources, roles, problems, OpenAPI, server-sent events. */
@NullMarked
package org.ieum.server.http;

import org.jspecify.annotations.NullMarked;
