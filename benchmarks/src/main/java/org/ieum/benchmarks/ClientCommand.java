package org.ieum.benchmarks;

/**
 * A command that must be carried out once, or not at all.
 *
 * @param key idempotency key
 * @param path of the request
 * @param body of the request
 * @param rider who books or has booked; each rider books once
 * @param booking that it changes, "" for a new one
 */
record ClientCommand(String key, String path, String body, String rider, String booking) {
  static ClientCommand book(String key, String offer, String rider) {
    return new ClientCommand(key, "/v1/bookings", "{\"offer_id\":\"" + offer + "\"}", rider, "");
  }

  static ClientCommand change(String key, String booking, String verb, String rider) {
    return new ClientCommand(key, "/v1/bookings/" + booking + "/" + verb, "{}", rider, booking);
  }
}
