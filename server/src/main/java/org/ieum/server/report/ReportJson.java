package org.ieum.server.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.server.report.VehicleDay.LoadChange;
import org.ieum.server.report.VehicleDay.TrackPoint;

/**
 * The numbers that the page's script draws, as JSON that is small and safe inside a script element.
 *
 * <p>Times are whole seconds since the epoch. Coordinates are whole 1e-5 degrees (about 1.1 m)
 * north and east of the south-west corner. Lines and tracks are flat lists in which all but the
 * first point are differences to the one before, after {@link Polyline} left out what cannot be
 * seen.
 */
final class ReportJson {
  private static final double ROAD_TOLERANCE_METRES = 3;
  private static final double TRACK_TOLERANCE_METRES = 8;

  private final ReportData data;
  private final LoadBands bands;
  private final Rejections rejections;
  private final MapBounds bounds;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  private ReportJson(ReportData data, LoadBands bands, Rejections rejections) throws IOException {
    this.data = data;
    this.bands = bands;
    this.rejections = rejections;
    this.bounds = MapBounds.of(data);
    this.json = new JsonFactory().createGenerator(text);
  }

  static String of(
      ReportData data,
      LoadBands bands,
      Rejections rejections,
      Distribution waiting,
      Distribution riding)
      throws IOException {
    ReportJson report = new ReportJson(data, bands, rejections);
    report.write(waiting, riding);
    // A less-than sign occurs only inside strings; escaped, it can neither end the script element
    // nor open a comment in it.
    return report.text.toString().replace("<", "\\u003c");
  }

  private void write(Distribution waiting, Distribution riding) throws IOException {
    json.writeStartObject();
    json.writeNumberField("clock", data.epoch().toLocalTime().toSecondOfDay());
    json.writeStringField("zone", data.zone());
    json.writeNumberField("start", seconds(data.serviceStart()));
    json.writeNumberField("end", seconds(data.serviceEnd()));
    writeMap();
    writeVehicles();
    writeDistribution("waiting", waiting);
    writeDistribution("riding", riding);
    writeOccupancy();
    writeRequests();
    writeRejections();
    json.writeEndObject();
    json.close();
  }

  private void writeMap() throws IOException {
    json.writeArrayFieldStart("bounds");
    for (int degree : List.of(bounds.south(), bounds.west(), bounds.north(), bounds.east())) {
      json.writeNumber(degree);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("roads");
    for (Road.Kind kind : Road.Kind.values()) {
      json.writeArrayFieldStart(kind.name().toLowerCase(java.util.Locale.ROOT));
      for (Road road : data.roads()) {
        if (road.kind() == kind) {
          writeRoad(road.points());
        }
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("stops");
    for (StopActivity stop : data.stops()) {
      json.writeStartArray();
      json.writeNumber(bounds.north(stop.stop().location()));
      json.writeNumber(bounds.east(stop.stop().location()));
      json.writeNumber(stop.boardings());
      json.writeNumber(stop.alightings());
      json.writeString(stop.stop().name());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeRoad(List<LatLon> points) throws IOException {
    BitSet kept = Polyline.shape(points, ROAD_TOLERANCE_METRES);
    int north = 0;
    int east = 0;
    json.writeStartArray();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      int nextNorth = bounds.north(points.get(i));
      int nextEast = bounds.east(points.get(i));
      json.writeNumber(nextNorth - north);
      json.writeNumber(nextEast - east);
      north = nextNorth;
      east = nextEast;
    }
    json.writeEndArray();
  }

  private void writeVehicles() throws IOException {
    json.writeArrayFieldStart("vehicles");
    for (VehicleDay vehicle : data.vehicles()) {
      json.writeStartObject();
      json.writeStringField("id", vehicle.id());
      json.writeNumberField("seats", vehicle.seats());
      writeTrack(vehicle.track());
      writeLoads(vehicle.loads());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("bands");
    for (int band = 0; band < bands.size(); band++) {
      json.writeStartArray();
      json.writeNumber(bands.fewest(band));
      json.writeString(bands.label(band));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeTrack(List<TrackPoint> track) throws IOException {
    BitSet kept = Polyline.motion(track, TRACK_TOLERANCE_METRES);
    int time = 0;
    int north = 0;
    int east = 0;
    json.writeArrayFieldStart("track");
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      int nextTime = seconds(track.get(i).time());
      int nextNorth = bounds.north(track.get(i).place());
      int nextEast = bounds.east(track.get(i).place());
      json.writeNumber(nextTime - time);
      json.writeNumber(nextNorth - north);
      json.writeNumber(nextEast - east);
      time = nextTime;
      north = nextNorth;
      east = nextEast;
    }
    json.writeEndArray();
  }

  private void writeLoads(List<LoadChange> loads) throws IOException {
    int time = 0;
    json.writeArrayFieldStart("loads");
    for (LoadChange load : loads) {
      int next = seconds(load.time());
      json.writeNumber(next - time);
      json.writeNumber(load.aboard());
      time = next;
    }
    json.writeEndArray();
  }

  private void writeDistribution(String name, Distribution distribution) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("size", distribution.size());
    json.writeNumberField("width", seconds(distribution.binMillis()));
    json.writeArrayFieldStart("counts");
    for (int count : distribution.counts()) {
      json.writeNumber(count);
    }
    json.writeEndArray();
    json.writeNumberField("mean", Math.rint(distribution.mean()) / 1000);
    json.writeNumberField("median", distribution.median() / 1000.0);
    json.writeNumberField("p95", distribution.p95() / 1000.0);
    json.writeEndObject();
  }

  private void writeOccupancy() throws IOException {
    json.writeArrayFieldStart("occupancy");
    for (OccupancyBin bin : data.occupancy()) {
      json.writeStartArray();
      json.writeNumber(seconds(bin.start()));
      json.writeNumber(seconds(bin.end()));
      writeVehicleCount(bin.onBreak());
      writeVehicleCount(bin.idle());
      for (double vehicles : bands.vehicles(bin)) {
        writeVehicleCount(vehicles);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeVehicleCount(double vehicles) throws IOException {
    double rounded = Math.rint(vehicles * 100) / 100;
    if (rounded == Math.rint(rounded)) {
      json.writeNumber((long) rounded);
    } else {
      json.writeNumber(rounded);
    }
  }

  private void writeRequests() throws IOException {
    json.writeArrayFieldStart("requests");
    for (RequestHour hour : data.requests()) {
      json.writeStartArray();
      json.writeNumber(hour.hour());
      json.writeNumber(hour.served());
      json.writeNumber(hour.rejected());
      json.writeNumber(hour.cancelled());
      json.writeNumber(hour.noShow());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeRejections() throws IOException {
    json.writeArrayFieldStart("reasons");
    for (String reason : rejections.reasons()) {
      json.writeString(ReportTables.words(reason));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rejections");
    for (var hour : rejections.byHour().entrySet()) {
      json.writeStartArray();
      json.writeNumber(hour.getKey());
      for (int count : hour.getValue()) {
        json.writeNumber(count);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static int seconds(int millis) {
    return Math.floorDiv(millis + 500, 1000);
  }
}
