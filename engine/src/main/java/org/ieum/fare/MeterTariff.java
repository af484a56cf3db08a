package org.ieum.fare;

import java.util.List;

/**
 * A taxi's meter: a base that takes one some way, and then the same price again and again, for each
 * further step by distance, or by time where it goes slowly, or any mix of both that makes a whole
 * step; a step that is begun counts. A slow stretch uses up the base, too. The party pays as one,
 * whatever its size and kind; what is shown before the ride is what it would cost alone, and {@link
 * MeterSplit} says how much less it is when shared.
 *
 * @param base minor units
 * @param baseMetres how far that takes one
 * @param perStep minor units
 * @param stepMetres length of a step
 * @param stepSeconds duration of a step where it goes slowly
 * @param slowMetresPerHour a stretch on which the vehicle makes less is slow; 0 for never
 */
public record MeterTariff(
    long base, int baseMetres, long perStep, int stepMetres, int stepSeconds, int slowMetresPerHour)
    implements Tariff {
  public MeterTariff {
    Exact.requireAtLeast("base", 0, base);
    Exact.requireAtLeast("base metres", 0, baseMetres);
    Exact.requireAtLeast("price of a step", 0, perStep);
    Exact.requireAtLeast("step metres", 1, stepMetres);
    Exact.requireAtLeast("step seconds", 1, stepSeconds);
    Exact.requireAtLeast("slow metres per hour", 0, slowMetresPerHour);
  }

  @Override
  public long price(int metres, int seconds, RiderKind kind, int riders, Rounding rounding) {
    Exact.requireAtLeast("riders", 0, riders);
    return riders == 0 ? 0 : price(List.of(new Stretch(metres, seconds)));
  }

  /** Minor units for a drive. */
  public long price(List<Stretch> drive) {
    long progress = 0;
    for (Stretch stretch : drive) {
      progress = Exact.plus(progress, progress(stretch));
    }
    return reading(progress);
  }

  /** How far a stretch brings the meter; a whole step is {@code stepMetres * stepSeconds}. */
  long progress(Stretch stretch) {
    boolean isSlow = stretch.metres() * 3_600L < (long) slowMetresPerHour * stretch.seconds();
    return isSlow ? (long) stretch.seconds() * stepMetres : (long) stretch.metres() * stepSeconds;
  }

  /** What the meter shows. */
  long reading(long progress) {
    long beyond = progress - (long) baseMetres * stepSeconds;
    long steps = Exact.stepsBegun(beyond, (long) stepMetres * stepSeconds);
    return Exact.plus(base, Exact.times(perStep, steps));
  }
}
