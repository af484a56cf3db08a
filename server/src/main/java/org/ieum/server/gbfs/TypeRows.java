package org.ieum.server.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterType;
import org.jspecify.annotations.Nullable;

/** Reads {@code vehicle_types}. */
final class TypeRows {
  private final FeedRows rows;
  private final Dialect dialect;
  private final Set<String> plans;

  TypeRows(GbfsFile file, Set<String> plans, FeedFaults faults) {
    rows = new FeedRows(file, "vehicle_types", "vehicle_type_id", faults);
    dialect = file.dialect();
    this.plans = plans;
  }

  List<ScooterType> read() {
    return rows.read(this::type);
  }

  private ScooterType type(JsonNode row) throws BadRow {
    String[] fields = {
      "vehicle_type_id", "form_factor", "max_range_meters", "default_pricing_plan_id"
    };
    String form;
    Double range;
    String plan;
    if (dialect == Dialect.TWO) {
      var type =
          rows.typed(row, org.mobilitydata.gbfs.v2_3.vehicle_types.GBFSVehicleType.class, fields);
      form = FeedRows.required("form_factor", type.getFormFactor()).value();
      range = type.getMaxRangeMeters();
      plan = type.getDefaultPricingPlanId();
    } else {
      var type =
          rows.typed(row, org.mobilitydata.gbfs.v3_0.vehicle_types.GBFSVehicleType.class, fields);
      form = FeedRows.required("form_factor", type.getFormFactor()).value();
      range = type.getMaxRangeMeters();
      plan = type.getDefaultPricingPlanId();
    }
    return new ScooterType(
        row.path("vehicle_type_id").asText(),
        form,
        FeedRows.amount("max_range_meters", range, Scooter.UNKNOWN_RANGE),
        known(rows, "default_pricing_plan_id", plan, plans));
  }

  /** A plan if there is one of that id; "" otherwise, which is told. */
  static String known(FeedRows rows, String field, @Nullable String plan, Set<String> plans) {
    if (plan == null || plans.contains(plan)) {
      return plan == null ? "" : plan;
    }
    rows.note(field + " is unknown, was '" + plan + "'");
    return "";
  }
}
