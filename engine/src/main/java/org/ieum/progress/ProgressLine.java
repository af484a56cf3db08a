package org.ieum.progress;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far a long piece of work is: at most one log line every two seconds and one at the end,
 * with share done, rate, and remaining time. Used by one thread.
 */
public final class ProgressLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressLine.class);
  private static final long INTERVAL_NANOS = 2_000_000_000L;

  private final String name;
  private final String unit;
  private final long total;
  private final long started = System.nanoTime();
  private long lastLine = started;
  private long done;

  /**
   * Starts the work.
   *
   * @param name what is being done, e.g. {@code simulate}
   * @param unit what is counted, in the plural, e.g. {@code requests}
   * @param total how many there are, 0 when unknown
   */
  public ProgressLine(String name, String unit, long total) {
    this.name = name;
    this.unit = unit;
    this.total = total;
  }

  /** Counts work done since the last call. */
  public void add(long count) {
    done += count;
    long now = System.nanoTime();
    if (now - lastLine >= INTERVAL_NANOS) {
      lastLine = now;
      LOG.info("{}", line(now));
    }
  }

  private String line(long now) {
    double seconds = Math.max(1e-9, (now - started) / 1e9);
    double rate = done / seconds;
    StringBuilder text = new StringBuilder(80);
    text.append(String.format(Locale.ROOT, "%-10s [ %,d", name, done));
    if (total > 0) {
      text.append(String.format(Locale.ROOT, " of %,d %s %3d %%", total, unit, done * 100 / total));
    } else {
      text.append(' ').append(unit);
    }
    text.append(String.format(Locale.ROOT, ", %,.0f/s ]", rate));
    if (total > done && rate > 0) {
      text.append(String.format(Locale.ROOT, " %.0f s left", (total - done) / rate));
    }
    return text.toString();
  }

  /** Ends the work with a line that says how much was done and how long it took. */
  @Override
  public void close() {
    double seconds = (System.nanoTime() - started) / 1e9;
    LOG.info("{}", String.format(Locale.ROOT, "%-10s %,d %s in %.1f s", name, done, unit, seconds));
  }
}
