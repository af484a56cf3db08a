/** What long work tells people: progress lines with rate and remaining time, and input faults. */
@NullMarked
package org.ieum.progress;

import org.jspecify.annotations.NullMarked;
