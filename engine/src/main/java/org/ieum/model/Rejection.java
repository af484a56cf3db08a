package org.ieum.model;

/**
 * No ride can be had.
 *
 * @param reason the class of reason
 * @param detail one sentence for people, with the value that stood in the way
 */
public record Rejection(RejectionReason reason, String detail) implements QuoteAnswer {}
