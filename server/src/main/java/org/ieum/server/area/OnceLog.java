package org.ieum.server.area;

import java.util.HashSet;
import java.util.Set;
import org.ieum.server.api.Refusal;
import org.ieum.server.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what goes wrong in work that an area can do without, once for each kind. That the journal is
 * away or too many commands wait is no fault: there is no time for such work then.
 */
final class OnceLog {
  private static final Logger LOG = LoggerFactory.getLogger(OnceLog.class);

  private final String area;
  private final String trouble;
  private final Set<Class<?>> logged = new HashSet<>();

  /**
   * @param trouble what the area has to do without then
   */
  OnceLog(String area, String trouble) {
    this.area = area;
    this.trouble = trouble;
  }

  /** Whether there is only no time for such work. */
  static boolean isUsual(Throwable fault) {
    return fault instanceof Refusal || fault instanceof JournalUnavailable;
  }

  synchronized void note(Throwable fault) {
    if (!isUsual(fault) && logged.add(fault.getClass())) {
      LOG.error(
          "area {}: {} now, and this is told once: {}", area, trouble, fault.toString(), fault);
    }
  }
}
