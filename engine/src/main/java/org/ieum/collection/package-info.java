/** Primitive heaps for hot paths: only what fastutil lacks. */
@NullMarked
package org.ieum.collection;

import org.jspecify.annotations.NullMarked;
