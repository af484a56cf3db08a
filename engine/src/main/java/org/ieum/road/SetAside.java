package org.ieum.road;

import org.ieum.model.StopPoint;

/**
 * A stop point that the area cannot serve.
 *
 * @param stopPoint which one
 * @param reason why not
 */
public record SetAside(StopPoint stopPoint, Reason reason) {
  /** Why a stop point is set aside. */
  public enum Reason {
    /** There is no road for cars near it. */
    NO_ROAD("no road for cars near it"),
    /** The roads near it do not lead to the rest of the area, or not back. */
    CUT_OFF("its road does not lead to the rest and back"),
    /** There is nowhere near it where people can walk. */
    NO_WALKWAY("nowhere to walk near it");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The reason in words. */
    public String text() {
      return text;
    }
  }
}
