package org.ieum.osmdata.clip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.ieum.model.LatLon;
import org.ieum.progress.InputException;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/**
 * The outline within which a service runs: a polygon, possibly of several parts and with holes. The
 * border belongs to it. JTS coordinates are x = longitude, y = latitude, in degrees.
 */
public final class AreaOutline {
  private final Geometry outline;
  private final IndexedPointInAreaLocator locator;

  /** Takes a valid, not empty Polygon or MultiPolygon. */
  AreaOutline(Geometry outline) {
    this.outline = outline;
    this.locator = new IndexedPointInAreaLocator(outline);
  }

  /**
   * Reads {@code minLon,minLat,maxLon,maxLat} in degrees.
   *
   * @throws InputException when the text is not four such numbers
   */
  public static AreaOutline parseBox(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new InputException(
          "--bbox must be minLon,minLat,maxLon,maxLat in degrees, was '" + text + "'");
    }
    double[] degrees = new double[4];
    for (int i = 0; i < 4; i++) {
      try {
        degrees[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        throw new InputException(
            "--bbox number " + (i + 1) + " is no number: '" + parts[i] + "' in '" + text + "'");
      }
    }
    return box(degrees[0], degrees[1], degrees[2], degrees[3]);
  }

  /**
   * A box, in degrees.
   *
   * @throws InputException when it is empty or off the earth
   */
  public static AreaOutline box(double minLon, double minLat, double maxLon, double maxLat) {
    String text = minLon + "," + minLat + "," + maxLon + "," + maxLat;
    if (!(minLat >= -90 && maxLat <= 90)) {
      throw new InputException("--bbox latitudes must be from -90 to 90, was " + text);
    }
    if (!(minLon >= -180 && maxLon <= 180)) {
      throw new InputException("--bbox longitudes must be from -180 to 180, was " + text);
    }
    if (!(minLon < maxLon)) {
      throw new InputException("--bbox minLon must be < maxLon, was " + minLon + " >= " + maxLon);
    }
    if (!(minLat < maxLat)) {
      throw new InputException("--bbox minLat must be < maxLat, was " + minLat + " >= " + maxLat);
    }
    return new AreaOutline(
        new GeometryFactory().toGeometry(new Envelope(minLon, maxLon, minLat, maxLat)));
  }

  /**
   * Reads a GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection.
   *
   * @throws InputException when it is none or its rings are wrong; names ring and point
   */
  public static AreaOutline read(Path geoJson) {
    return new AreaFile(geoJson).read();
  }

  /** Writes a GeoJSON Feature, over an old file if there is one. */
  public void write(Path file) throws IOException {
    AreaFile.write(outline, file);
  }

  /** Whether a place, in degrees, is inside or on the border. */
  public boolean contains(double lat, double lon) {
    return locator.locate(new Coordinate(lon, lat)) != Location.EXTERIOR;
  }

  /** Whether a place is inside or on the border. */
  public boolean contains(LatLon place) {
    return contains(place.lat(), place.lon());
  }

  /** The smallest box around it; x = longitude, y = latitude, degrees. */
  public Envelope bounds() {
    return outline.getEnvelopeInternal();
  }

  /** The polygon; x = longitude, y = latitude, degrees. A copy. */
  public Geometry outline() {
    return outline.copy();
  }

  /** The box around it as {@code minLon,minLat,maxLon,maxLat}. */
  @Override
  public String toString() {
    return text(bounds());
  }

  static String text(Envelope box) {
    return String.format(
        Locale.ROOT,
        "%.5f,%.5f,%.5f,%.5f",
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY());
  }
}
