package org.ieum.server.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of one area's events. What is hashed: area, hash of the event before, number, time,
 * type, booking, vehicle, data. Numbers are 8 bytes, the highest first. Texts are UTF-8 behind
 * their length in 4 bytes, so that no two events give the same bytes; an absent text has length -1.
 * Not for several threads.
 */
final class EventChain {
  private final String area;
  private final MessageDigest sha256 = sha256();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  EventChain(String area) {
    this.area = area;
  }

  /** The events with their hashes, as they come behind others. */
  List<StoredEvent> link(String before, List<JournalEvent> events) {
    List<StoredEvent> linked = new ArrayList<>(events.size());
    String hash = before;
    for (JournalEvent event : events) {
      hash = hash(hash, event);
      linked.add(new StoredEvent(event, hash));
    }
    return linked;
  }

  /** In hexadecimal. */
  String hash(String before, JournalEvent event) {
    add(area);
    add(before);
    add(event.seq());
    add(event.time());
    add(event.type());
    add(event.booking());
    add(event.vehicle());
    add(event.data());
    return hex();
  }

  /** Of a snapshot's hash and data, in hexadecimal. */
  String digest(Snapshot snapshot) {
    add(area);
    add(snapshot.seq());
    add(snapshot.hash());
    add(snapshot.data());
    return hex();
  }

  private void add(@Nullable String text) {
    if (text == null) {
      addLength(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    addLength(bytes.length);
    sha256.update(bytes);
  }

  private void addLength(int length) {
    sha256.update(number.clear().putInt(length).flip());
  }

  private void add(long value) {
    sha256.update(number.clear().putLong(value).flip());
  }

  private String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
