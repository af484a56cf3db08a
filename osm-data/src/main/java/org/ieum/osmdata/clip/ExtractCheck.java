package org.ieum.osmdata.clip;

import java.nio.file.Path;
import java.util.Map;
import org.ieum.progress.InputFaults;
import org.ieum.progress.ProgressLine;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;

/**
 * First in the chain: looks at every object of the extract before anything else does. After the
 * first fault nothing is passed on; at the end all faults are thrown together.
 */
final class ExtractCheck implements Sink {
  private final Path file;
  private final Sink next;
  private final ProgressLine progress;
  private final InputFaults faults = new InputFaults();
  private final Envelope extent = new Envelope();
  private EntityType lastKind = EntityType.Bound;
  private int unordered;

  ExtractCheck(Path file, Sink next, ProgressLine progress) {
    this.file = file;
    this.next = next;
    this.progress = progress;
  }

  /**
   * The box around all nodes; x = longitude, y = latitude, degrees; null box when there is none.
   */
  Envelope extent() {
    return extent;
  }

  @Override
  public void initialize(Map<String, Object> metaData) {
    next.initialize(metaData);
  }

  @Override
  public void process(EntityContainer container) {
    Entity entity = container.getEntity();
    if (entity.getType() != EntityType.Bound) {
      progress.add(1);
      check(entity);
    }
    if (faults.count() == 0) {
      next.process(container);
    }
  }

  private void check(Entity entity) {
    EntityType kind = entity.getType();
    String name = file + ": " + kind.name().toLowerCase(java.util.Locale.ROOT) + " ";
    if (entity.getId() <= 0) {
      faults.add(name + entity.getId() + ": id must be > 0");
    }
    if (kind.compareTo(lastKind) < 0 && unordered++ == 0) {
      faults.add(
          name
              + entity.getId()
              + ": comes after a "
              + lastKind.name().toLowerCase(java.util.Locale.ROOT)
              + "; the file must be sorted: nodes, ways, relations");
    }
    lastKind = kind;
    if (entity instanceof Node node) {
      double lat = node.getLatitude();
      double lon = node.getLongitude();
      if (lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
        extent.expandToInclude(lon, lat);
      } else {
        faults.add(name + node.getId() + ": is off the earth: lat " + lat + ", lon " + lon);
      }
    }
  }

  @Override
  public void complete() {
    faults.throwIfAny();
    next.complete();
  }

  @Override
  public void close() {
    next.close();
  }
}
