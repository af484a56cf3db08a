package org.ieum.road;

/**
 * How quickly scooters get on.
 *
 * <p>The usual speed is a mean over a ride, not the top speed: shared scooters are held at 20 to 25
 * km/h in most cities, and junctions and other people take a good part of that. Uphill each percent
 * takes some of it away, down to a floor; downhill the motor brakes, so it is never quicker than on
 * the flat. So a ride's time by the usual speed is never less than its length. Where riding is not
 * allowed but walking is, the scooter is pushed. None of the defaults is measured: they are
 * assumptions, for a service to replace.
 *
 * @param speed on the flat, metres per second
 * @param pushingSpeed metres per second, or 0 when nobody pushes a scooter
 * @param climbLoss which share of the speed one percent uphill takes, from 0 to 1
 * @param slowestClimb the least share of the speed that is left uphill, above 0 to 1
 */
public record RideProfile(
    double speed, double pushingSpeed, double climbLoss, double slowestClimb) {
  /** 15 km/h on the flat, 4 km/h on foot; 4 % less for each percent uphill, at least half. */
  public static final RideProfile DEFAULT = new RideProfile(15 / 3.6, 4 / 3.6, 0.04, 0.5);

  public RideProfile {
    if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("riding speed must be > 0 m/s, was " + speed);
    }
    if (!(pushingSpeed >= 0 && pushingSpeed <= speed)) {
      throw new IllegalArgumentException(
          "pushing speed must be from 0 to " + speed + " m/s, was " + pushingSpeed);
    }
    if (!(climbLoss >= 0 && climbLoss <= 1)) {
      throw new IllegalArgumentException("climb loss must be from 0 to 1, was " + climbLoss);
    }
    if (!(slowestClimb > 0 && slowestClimb <= 1)) {
      throw new IllegalArgumentException(
          "slowest climb must be above 0 and at most 1, was " + slowestClimb);
    }
  }

  /** The default with another speed in metres per second. */
  public static RideProfile ofSpeed(double speed) {
    double pushing = Math.min(speed, DEFAULT.pushingSpeed);
    return new RideProfile(speed, pushing, DEFAULT.climbLoss, DEFAULT.slowestClimb);
  }

  /** Speed on a way that rises so many percent, metres per second. */
  double speed(int incline) {
    return incline <= 0 ? speed : speed * Math.max(slowestClimb, 1 - climbLoss * incline);
  }
}
