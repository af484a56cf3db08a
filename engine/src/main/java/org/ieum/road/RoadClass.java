package org.ieum.road;

import java.util.Locale;
import java.util.Optional;

/** What a road is for, from the {@code highway} tag of OpenStreetMap; links count as their road. */
public enum RoadClass {
  MOTORWAY(0),
  TRUNK(1),
  PRIMARY(2),
  SECONDARY(3),
  TERTIARY(4),
  UNCLASSIFIED(5),
  RESIDENTIAL(6),
  LIVING_STREET(7),
  SERVICE(8),
  /** A road of unknown class. */
  ROAD(9),
  TRACK(10),
  BUSWAY(11),
  /** Not for cars in general: footways, cycleways, steps and the like. */
  PATH(12),
  /** Everything else, ferries for instance. */
  OTHER(13);

  private static final RoadClass[] BY_CODE = values();

  private final byte code;

  RoadClass(int code) {
    this.code = (byte) code;
  }

  /** The number that stands for the class in arrays and files, from 0 without gaps. */
  byte code() {
    return code;
  }

  /** The class of a number. */
  static RoadClass ofCode(int code) {
    return BY_CODE[code];
  }

  /** How many classes there are. */
  static int count() {
    return BY_CODE.length;
  }

  /** The name as OpenStreetMap and input files spell it, such as {@code living_street}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class with a name as {@link #text} gives it. */
  public static Optional<RoadClass> find(String text) {
    for (RoadClass one : BY_CODE) {
      if (one.text().equals(text)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Whether roads of this class carry a city's traffic: motorway to tertiary. */
  public boolean isMain() {
    return compareTo(TERTIARY) <= 0;
  }

  static RoadClass of(com.graphhopper.routing.ev.RoadClass given) {
    return switch (given) {
      case MOTORWAY -> MOTORWAY;
      case TRUNK -> TRUNK;
      case PRIMARY -> PRIMARY;
      case SECONDARY -> SECONDARY;
      case TERTIARY -> TERTIARY;
      case UNCLASSIFIED -> UNCLASSIFIED;
      case RESIDENTIAL -> RESIDENTIAL;
      case LIVING_STREET -> LIVING_STREET;
      case SERVICE -> SERVICE;
      case ROAD -> ROAD;
      case TRACK -> TRACK;
      case BUSWAY -> BUSWAY;
      case BRIDLEWAY, STEPS, CYCLEWAY, PATH, FOOTWAY, PEDESTRIAN, PLATFORM, CORRIDOR -> PATH;
      default -> OTHER;
    };
  }
}
