/** Primitive heaps for hot paths, and assignments of least cost: only what fastutil lacks. */
@NullMarked
package org.ieum.collection;

import org.jspecify.annotations.NullMarked;
