package org.ieum.server.config;

/** What says where idle vehicles are to wait. */
public enum RepositionSource {
  /** Nothing: they wait where they are. */
  OFF,
  /** Where riders were before, by the area's journal. */
  HISTORY
}
