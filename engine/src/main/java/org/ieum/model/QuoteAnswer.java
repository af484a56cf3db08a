package org.ieum.model;

/** The answer to a ride request. */
public sealed interface QuoteAnswer permits Offer, Rejection {}
