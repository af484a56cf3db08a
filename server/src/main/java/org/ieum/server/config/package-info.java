/** What an area is made of: its YAML file, and its map, embedded, prepared or an extract. */
@NullMarked
package org.ieum.server.config;

import org.jspecify.annotations.NullMarked;
