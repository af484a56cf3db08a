/**
 * Cuts the part of an OpenStreetMap extract out that routing in one service area needs: reads the
 * extract block by block with osmosis, keeps whole ways, drops what no mode of travel uses, and
 * writes a small pbf that is the same byte for byte when the input is. What was dropped is counted
 * by reason.
 */
@NullMarked
package org.ieum.osmdata.clip;

import org.jspecify.annotations.NullMarked;
