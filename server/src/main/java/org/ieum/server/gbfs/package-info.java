/**
 * Shared scooters as operators publish them, in GBFS 2.2 to 3.1, from files or over HTTP. What is
 * wrong is named by file, row and value; what is right is used without it.
 */
@NullMarked
package org.ieum.server.gbfs;

import org.jspecify.annotations.NullMarked;
