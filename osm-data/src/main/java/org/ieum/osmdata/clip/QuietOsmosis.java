package org.ieum.osmdata.clip;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps osmosis, which writes to java.util.logging, from mixing its lines with ours. */
final class QuietOsmosis {
  // Held here because java.util.logging forgets the level of a logger that nobody refers to.
  private static final Logger OSMOSIS = Logger.getLogger("org.openstreetmap.osmosis");
  private static final Logger PBF = Logger.getLogger("crosby.binary");

  private QuietOsmosis() {}

  static void apply() {
    OSMOSIS.setLevel(Level.OFF);
    PBF.setLevel(Level.OFF);
  }
}
