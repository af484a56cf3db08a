/** JMH benchmarks of the kernels, beside those of other programs, in the same run. */
@NullMarked
package org.ieum.benchmarks;

import org.jspecify.annotations.NullMarked;
