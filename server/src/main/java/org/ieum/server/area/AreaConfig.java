package org.ieum.server.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ieum.model.BookingRules;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.PromiseRules;
import org.ieum.model.ServiceRules;
import org.ieum.progress.InputException;
import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.Seating;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one service area, a YAML file. What is not given has the value that the
 * fields tell.
 *
 * @param id letters, digits and underscores
 * @param name for people; the id if not given
 * @param timeZone such as {@code Europe/Stockholm} (default)
 * @param map {@code embedded} (default), or a folder that {@code ieum prepare} wrote
 * @param service its rules
 * @param fleet its vehicles
 * @param queue commands that may wait for the writer; 5,000 if not given
 */
public record AreaConfig(
    @Nullable String id,
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable String map,
    @Nullable ServiceConfig service,
    @Nullable FleetConfig fleet,
    @Nullable Integer queue) {
  /** The map that is part of the program. */
  public static final String EMBEDDED = "embedded";

  private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,32}");
  private static final int MOST_VEHICLES = 10_000;

  private static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** The rules of a service; names, units and defaults as in {@code ieum simulate}. */
  public record ServiceConfig(
      @Nullable String name,
      @Nullable String start,
      @Nullable String end,
      @Nullable String maxWait,
      @Nullable Double tripFactor,
      @Nullable String tripExtra,
      @Nullable Double rideFactor,
      @Nullable String rideExtra,
      @Nullable String maxWalk,
      @Nullable Double walkSpeed,
      @Nullable String dwell,
      @Nullable String wheelchairDwell,
      @Nullable String noShowWait,
      @Nullable String minLead,
      @Nullable String maxAhead,
      @Nullable String offerLifetime) {
    static final ServiceConfig DEFAULT =
        new ServiceConfig(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);
  }

  /** So many vehicles, spread over the stop points. */
  public record FleetConfig(@Nullable Integer vehicles, @Nullable String seating) {
    static final FleetConfig DEFAULT = new FleetConfig(null, null);
  }

  /** Central Gothenburg, 20 vehicles round the clock. */
  public static AreaConfig embedded() {
    return new AreaConfig(
        "gothenburg", "Central Gothenburg", "Europe/Stockholm", EMBEDDED, null, null, null);
  }

  /**
   * Reads a file.
   *
   * @throws InputException naming file, line and field of what is wrong
   */
  public static AreaConfig read(Path file) {
    AreaConfig config;
    try {
      config = YAML.readValue(Files.readString(file), AreaConfig.class);
    } catch (UnrecognizedPropertyException e) {
      throw new InputException(
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ": unknown key '"
              + e.getPropertyName()
              + "'");
    } catch (MismatchedInputException e) {
      String field =
          e.getPath().stream().map(Reference::getFieldName).collect(Collectors.joining("."));
      throw new InputException(
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ": "
              + field
              + " has a value of the wrong kind");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InputException(file + ", line " + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read");
    }
    if (config == null) {
      throw new InputException(file + ": is empty");
    }
    try {
      config.check();
    } catch (InputException e) {
      throw new InputException(file + ": " + e.getMessage());
    }
    return config;
  }

  private void check() {
    if (id == null || !ID.matcher(id).matches()) {
      throw new InputException(
          "id must be of a to z, 0 to 9 and _, at most 32 of them, was '" + id + "'");
    }
    zone();
    if (!(walkSpeed() >= 0.1 && walkSpeed() <= 10)) {
      throw new InputException("service.walk_speed must be from 0.1 to 10 m/s, was " + walkSpeed());
    }
    rules();
    hours();
    seating();
    longestWalk();
    if (vehicles() < 1 || vehicles() > MOST_VEHICLES) {
      throw new InputException(
          "fleet.vehicles must be from 1 to " + MOST_VEHICLES + ", was " + vehicles());
    }
    if (queueLength() < 1 || queueLength() > 1_000_000) {
      throw new InputException("queue must be from 1 to 1,000,000, was " + queueLength());
    }
  }

  public String areaId() {
    return String.valueOf(id);
  }

  public String title() {
    return name == null ? areaId() : name;
  }

  /** The folder of the map, or {@link #EMBEDDED}. */
  public String mapFolder() {
    return map == null ? EMBEDDED : map;
  }

  public int queueLength() {
    return queue == null ? 5_000 : queue;
  }

  public ZoneId zone() {
    String wanted = timeZone == null ? "Europe/Stockholm" : timeZone;
    try {
      return ZoneId.of(wanted);
    } catch (DateTimeException e) {
      throw new InputException("time_zone is not known, was '" + wanted + "'");
    }
  }

  private ServiceConfig serviceConfig() {
    return service == null ? ServiceConfig.DEFAULT : service;
  }

  private FleetConfig fleetConfig() {
    return fleet == null ? FleetConfig.DEFAULT : fleet;
  }

  public String serviceName() {
    String given = serviceConfig().name();
    return given == null ? "On-demand bus" : given;
  }

  public ServiceRules rules() {
    ServiceConfig given = serviceConfig();
    return of(
        "service",
        () ->
            new ServiceRules(
                new PromiseRules(
                    span("max_wait", given.maxWait(), "10m"),
                    given.tripFactor() == null ? 1.5 : given.tripFactor(),
                    span("trip_extra", given.tripExtra(), "15m"),
                    given.rideFactor() == null ? 1.5 : given.rideFactor(),
                    span("ride_extra", given.rideExtra(), "5m")),
                new DwellRules(
                    span("dwell", given.dwell(), "30s"),
                    span("wheelchair_dwell", given.wheelchairDwell(), "2m"),
                    span("no_show_wait", given.noShowWait(), "2m")),
                new BookingRules(
                    span("min_lead", given.minLead(), "0s"),
                    span("max_ahead", given.maxAhead(), "24h"),
                    span("offer_lifetime", given.offerLifetime(), "60s")),
                CostWeights.DEFAULT));
  }

  /** Start and end of service, ms after midnight. */
  private int[] hours() {
    ServiceConfig given = serviceConfig();
    int start = of("service.start", given.start(), "00:00", ServiceTime::parse).millis();
    int end = of("service.end", given.end(), "24:00", ServiceTime::parse).millis();
    if (start >= end || end - start > 86_400_000) {
      throw new InputException(
          "service.start must be before service.end, by a day at most, was "
              + given.start()
              + " and "
              + given.end());
    }
    return new int[] {start, end};
  }

  public double walkSpeed() {
    Double given = serviceConfig().walkSpeed();
    return given == null ? 1.25 : given;
  }

  /** Longest walk at either end, ms. */
  public int longestWalk() {
    double metres =
        of("service.max_walk", serviceConfig().maxWalk(), "400m", Distance::parse).metres();
    return (int) Math.round(metres / walkSpeed() * 1000);
  }

  private int vehicles() {
    Integer given = fleetConfig().vehicles();
    return given == null ? 20 : given;
  }

  private Seating seating() {
    return of("fleet.seating", fleetConfig().seating(), "16/0;12/1", Seating::parse);
  }

  /** The vehicles, spread over so many stop points. */
  public List<FleetVehicle> fleet(int stopPoints) {
    int[] hours = hours();
    int count = vehicles();
    List<FleetVehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      vehicles.add(
          new FleetVehicle(
              String.format(Locale.ROOT, "bus-%02d", v + 1),
              seating().configurations(),
              (int) ((long) v * stopPoints / count),
              hours[0],
              hours[1]));
    }
    return vehicles;
  }

  private static int span(String field, @Nullable String given, String otherwise) {
    return of("service." + field, given, otherwise, TimeSpan::parse).millis();
  }

  private static <T> T of(
      String field, @Nullable String given, String otherwise, Function<String, T> parser) {
    return of(field, () -> parser.apply(given == null ? otherwise : given));
  }

  private static <T> T of(String field, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InputException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InputException(field + " " + e.getMessage());
    }
  }
}
