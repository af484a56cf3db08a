package org.ieum.server.http;

/**
 * Something that a request carries beside its body.
 *
 * @param name of it; says its {@link FieldRule}
 * @param in {@code path}, {@code query} or {@code header}
 * @param required whether it must be there
 * @param description for people
 */
record Parameter(String name, String in, boolean required, String description) {}
