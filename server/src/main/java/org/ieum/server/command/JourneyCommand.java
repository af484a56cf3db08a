package org.ieum.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fare.FareTable;
import org.ieum.fare.Payer;
import org.ieum.journey.DispatcherQuotes;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyRequest;
import org.ieum.journey.JourneyRules;
import org.ieum.journey.RideFares;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.TimeType;
import org.ieum.model.Vehicle;
import org.ieum.progress.InputException;
import org.ieum.road.AreaSettings;
import org.ieum.road.ServiceArea;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.JourneyView;
import org.ieum.server.config.AreaMap;
import org.ieum.server.gbfs.GbfsReader;
import org.ieum.server.gbfs.GbfsReading;
import org.ieum.server.http.Json;
import org.ieum.server.journeys.JourneyMap;
import org.ieum.server.journeys.JourneyText;
import org.ieum.server.journeys.JourneyViews;
import org.ieum.server.journeys.ScooterIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds journeys from door to door. */
@Command(
    name = "journey",
    description =
        "Finds the best journeys from door to door by walking, on-demand rides, transit and shared"
            + " scooters: those of which no other is as good in arrival, walking, transfers and"
            + " fare. Without options: through central Gothenburg, with an invented timetable and"
            + " 20 idle buses.")
final class JourneyCommand extends BaseCommand {
  private static final Logger LOG = LoggerFactory.getLogger(JourneyCommand.class);

  @Mixin private final JourneyOptions journey = new JourneyOptions();
  @Mixin private final ScenarioMapOptions map = new ScenarioMapOptions();
  @Mixin private final OutlineOptions outline = new OutlineOptions();
  @Mixin private final StopPlacementOptions stops = new StopPlacementOptions();
  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final ServiceOptions service = new ServiceOptions();

  @Override
  CommandResult execute() throws IOException {
    int most = journey.toMost();
    AreaMap opened = map.open(outline, stops);
    ServiceArea area = opened.area(settings());
    OpenedTimetable opening = OpenedTimetable.read(journey.gtfs, opened);
    ZoneId zone = opening.zone();
    FareTable table = TableRides.read(journey.fares);
    RideFares fares = TableRides.of(table, area);
    JourneyMap journeys =
        new JourneyMap(
            area,
            service.toRules().promise(),
            service.longestWalk(),
            fares,
            table,
            opening.timetable(),
            opening.transfers());
    journeys.setScooters(scooters());
    JourneyRequest request = request(opening.epoch(service.date));
    List<Journey> found = plan(area, journeys, request, opening.epoch(service.date), fares);
    return new Result(
        found.subList(0, Math.min(most, found.size())), zone, journeys.currency().orElse(null));
  }

  private List<ScooterSupply> scooters() {
    List<ScooterSupply> all = new ArrayList<>();
    for (Path path : journey.gbfs == null ? List.<Path>of() : journey.gbfs) {
      GbfsReading reading = GbfsReader.read(path, /* managed= */ false);
      LOG.info(
          "scooters   {}: {} scooters, {} stations, {} rows left out",
          path,
          reading.supply().scooters().size(),
          reading.supply().stations().size(),
          reading.badRows());
      reading.faults().forEach(fault -> LOG.warn("{}", fault));
      all.add(reading.supply());
    }
    return all;
  }

  private AreaSettings settings() {
    try {
      return AreaMap.settings(service.walkSpeed, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new InputException("--walk-speed: " + e.getMessage());
    }
  }

  private List<Journey> plan(
      ServiceArea area, JourneyMap journeys, JourneyRequest request, long epoch, RideFares fares) {
    List<Vehicle> vehicles = fleet.toFleet(area.stopPoints(), service.service());
    Dispatcher dispatcher =
        new Dispatcher(service.toRules(), vehicles, area.travelTimes(), event -> {});
    int asked =
        request.timeType() == TimeType.DEPART_AT
            ? (int) (request.time() - epoch)
            : service.service().earliest();
    dispatcher.advance(asked);
    DispatcherQuotes quotes =
        new DispatcherQuotes(dispatcher, epoch, new AtomicLong()::getAndIncrement, fares);
    quotes.begin(0, asked, journey.kind);
    return journeys.planning().planner(key -> false).plan(request, quotes);
  }

  private JourneyRequest request(long epoch) {
    boolean arrives = journey.arriveBy != null;
    long time = epoch + (journey.arriveBy == null ? journey.at : journey.arriveBy).millis();
    return new JourneyRequest(
        journey.from,
        journey.to,
        arrives ? TimeType.ARRIVE_BY : TimeType.DEPART_AT,
        time,
        journey.toParty(),
        new Payer(journey.kind, journey.toParty().size()),
        journey.toModes(),
        JourneyRules.DEFAULT);
  }

  /** The journeys found. */
  private record Result(List<Journey> journeys, ZoneId zone, @Nullable Currency currency)
      implements CommandResult {
    @Override
    public String toText() {
      return journeys.isEmpty()
          ? "No way leads there by what was allowed."
          : new JourneyText(zone, currency).text(journeys);
    }

    @Override
    public String toJson() {
      JourneyViews views = new JourneyViews(zone, new ScooterIds("", false));
      List<JourneyView> all = new ArrayList<>();
      for (int i = 0; i < journeys.size(); i++) {
        all.add(views.view(journeys.get(i), Integer.toString(i + 1), null));
      }
      String code = currency == null ? null : currency.getCurrencyCode();
      return Json.text(new JourneyList("", code, all, all.isEmpty() ? "no way leads there" : null));
    }
  }
}
