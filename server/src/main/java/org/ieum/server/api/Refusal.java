package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/** Something that cannot be done, with the reason for whoever asked. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What kind of refusal it is. */
  public enum Kind {
    /** A value is wrong or missing. */
    INVALID,
    /** Nothing of that name is there. */
    NOT_FOUND,
    /** It does not fit the state of things. */
    CONFLICT,
    /** It was there and is no more, such as an expired offer. */
    GONE,
    /** Not now; worth another try. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final @Nullable String field;
  private final transient @Nullable Object detail;

  private Refusal(Kind kind, @Nullable String field, String message, @Nullable Object detail) {
    super(message, null, false, false);
    this.kind = kind;
    this.field = field;
    this.detail = detail;
  }

  /** A wrong value of a field, which the message repeats. */
  public static Refusal invalid(String field, String message) {
    return new Refusal(Kind.INVALID, field, message, null);
  }

  public static Refusal notFound(String message) {
    return new Refusal(Kind.NOT_FOUND, null, message, null);
  }

  public static Refusal conflict(String message) {
    return new Refusal(Kind.CONFLICT, null, message, null);
  }

  /** A conflict with what can be had instead, such as a fresh offer. */
  public static Refusal conflict(String message, Object instead) {
    return new Refusal(Kind.CONFLICT, null, message, instead);
  }

  public static Refusal gone(String message) {
    return new Refusal(Kind.GONE, null, message, null);
  }

  public static Refusal unavailable(String message) {
    return new Refusal(Kind.UNAVAILABLE, null, message, null);
  }

  public Kind kind() {
    return kind;
  }

  /** The field that is wrong, by its name in JSON. */
  public @Nullable String field() {
    return field;
  }

  /** What can be had instead; a record of this package. */
  public @Nullable Object instead() {
    return detail;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
