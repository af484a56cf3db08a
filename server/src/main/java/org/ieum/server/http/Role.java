package org.ieum.server.http;

import java.util.Locale;

/** What a key allows. */
public enum Role {
  /** Asks for rides and sees their own. */
  RIDER,
  /** Drives one vehicle. */
  DRIVER,
  /** Books for riders who call. */
  CALL_AGENT,
  /** Runs the operation. */
  DISPATCHER,
  /** Looks at how it runs, and plans shifts. */
  PLANNER,
  /** May do everything. */
  ADMIN;

  /** Whether the role is that of one rider or one vehicle, who has a subject. */
  public boolean isPersonal() {
    return this == RIDER || this == DRIVER;
  }

  /** Whether who has the role serves rides, and does not ask for them for a rider. */
  public boolean isOperator() {
    return this == DISPATCHER || this == ADMIN;
  }

  /** The role as written in files and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
