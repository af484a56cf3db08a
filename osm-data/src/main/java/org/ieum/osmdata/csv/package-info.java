/** Tables in comma-separated text whose faults name the line. */
@NullMarked
package org.ieum.osmdata.csv;

import org.jspecify.annotations.NullMarked;
