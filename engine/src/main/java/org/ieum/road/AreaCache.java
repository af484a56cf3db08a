package org.ieum.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ieum.model.StopPoint;
import org.ieum.progress.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps prepared road networks and service areas on disk. A file is named by the SHA-256 of all
 * that went into it, so a changed input can never meet an old result; a damaged file is replaced,
 * with a warning. Several processes may share the folder.
 */
public final class AreaCache {
  private static final Logger LOG = LoggerFactory.getLogger(AreaCache.class);

  /** Raised whenever what is computed or how it is stored changes. */
  private static final int FORMAT = 4;

  private final Path folder;

  /** A cache in a folder, which is created when something is stored. */
  public AreaCache(Path folder) {
    this.folder = folder;
  }

  /** SHA-256 of what a network is made from, in 64 hexadecimal digits. */
  public static String fingerprint(Path pbf) {
    PbfFrame.check(pbf);
    try {
      return new Fingerprint().add("network").add(FORMAT).add(pbf).toHex();
    } catch (IOException e) {
      throw new InputException(pbf + ": cannot be read: " + e.getMessage());
    }
  }

  /** SHA-256 of what an area is made from, in 64 hexadecimal digits. */
  public static String fingerprint(Path pbf, List<StopPoint> stopPoints, AreaSettings settings) {
    return fingerprint(fingerprint(pbf), stopPoints, settings);
  }

  private static String fingerprint(
      String network, List<StopPoint> stopPoints, AreaSettings settings) {
    Fingerprint print = new Fingerprint().add("area").add(FORMAT).add(network);
    if (settings.turns().isPresent()) {
      TurnRules rules = settings.turns().get();
      print.add("turns").add(rules.uTurn()).add(rules.kerbSide().name());
    }
    print.add(settings.walkingSpeed()).add(settings.stopPointRadius()).add(settings.placeRadius());
    print.add(stopPoints.size());
    for (StopPoint stopPoint : stopPoints) {
      print.add(stopPoint.id()).add(stopPoint.name());
      print.add(stopPoint.location().lat()).add(stopPoint.location().lon());
    }
    return print.toHex();
  }

  /**
   * The network of an extract: stored, or else read and stored.
   *
   * @throws InputException see {@link RoadNetwork#read}
   */
  public RoadNetwork network(Path pbf) {
    return network(pbf, fingerprint(pbf));
  }

  private RoadNetwork network(Path pbf, String print, int uTurn) {
    String turns = new Fingerprint().add("turns").add(FORMAT).add(print).add(uTurn).toHex();
    Path file = folder.resolve("turns-" + turns + ".bin");
    return load(file, NetworkStore::read)
        .orElseGet(
            () -> store(file, () -> network(pbf, print).withTurns(uTurn), NetworkStore::write));
  }

  private RoadNetwork network(Path pbf, String print) {
    Path file = folder.resolve("network-" + print + ".bin");
    return load(file, NetworkStore::read)
        .orElseGet(() -> store(file, () -> RoadNetwork.read(pbf), NetworkStore::write));
  }

  /**
   * The service area of an extract and stop points: stored, or else prepared and stored.
   *
   * @throws InputException see {@link RoadNetwork#read} and {@link ServiceArea#build}
   */
  public ServiceArea area(Path pbf, List<StopPoint> stopPoints, AreaSettings settings) {
    String print = fingerprint(pbf);
    RoadNetwork network =
        settings.turns().isPresent()
            ? network(pbf, print, settings.turns().get().uTurn())
            : network(pbf, print);
    Path file = folder.resolve("area-" + fingerprint(print, stopPoints, settings) + ".bin");
    Optional<ServiceArea> stored = load(file, from -> AreaStore.read(from, network, settings));
    if (stored.isPresent()) {
      StopPlacement.warn(settings, stored.get().setAside(), stopPoints.size());
      return stored.get();
    }
    return store(file, () -> ServiceArea.build(network, stopPoints, settings), AreaStore::write);
  }

  private interface Loading<T> {
    T read(StoreFile.Reader from) throws StoreFile.DamagedException;
  }

  private interface Storing<T> {
    void write(T value, StoreFile.Writer to);
  }

  private static <T> Optional<T> load(Path file, Loading<T> loading) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(loading.read(new StoreFile.Reader(file)));
    } catch (IOException | StoreFile.DamagedException e) {
      LOG.warn("stored area {} {}, it is prepared again", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static <T> T store(Path file, Supplier<T> preparing, Storing<T> storing) {
    T value = preparing.get();
    StoreFile.Writer writer = new StoreFile.Writer();
    storing.write(value, writer);
    try {
      writer.write(file);
    } catch (IOException e) {
      LOG.warn("prepared area cannot be stored as {}: {}", file, e.toString());
    }
    return value;
  }
}
