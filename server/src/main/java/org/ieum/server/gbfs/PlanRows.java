package org.ieum.server.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.PricingPlan.Step;
import org.jspecify.annotations.Nullable;

/** Reads {@code system_pricing_plans}. */
final class PlanRows {
  /** Decimals of a minor unit that a rate may have. */
  private static final int FINEST = 4;

  private final FeedRows rows;
  private final Dialect dialect;

  PlanRows(GbfsFile file, FeedFaults faults) {
    rows = new FeedRows(file, "plans", "plan_id", faults);
    dialect = file.dialect();
  }

  List<PricingPlan> read() {
    return rows.read(this::plan);
  }

  /** A step as both dialects have it. */
  private record Raw(
      @Nullable Integer start,
      @Nullable Double rate,
      @Nullable Integer interval,
      @Nullable Integer end) {}

  private PricingPlan plan(JsonNode row) throws BadRow {
    String[] fields = {"currency", "price", "per_min_pricing", "per_km_pricing"};
    String code;
    Double price;
    List<Raw> minutes = new ArrayList<>();
    List<Raw> kilometres = new ArrayList<>();
    if (dialect == Dialect.TWO) {
      var plan =
          rows.typed(row, org.mobilitydata.gbfs.v2_3.system_pricing_plans.GBFSPlan.class, fields);
      code = plan.getCurrency();
      price = plan.getPrice();
      for (var step : given(plan.getPerMinPricing())) {
        minutes.add(new Raw(step.getStart(), step.getRate(), step.getInterval(), step.getEnd()));
      }
      for (var step : given(plan.getPerKmPricing())) {
        kilometres.add(new Raw(step.getStart(), step.getRate(), step.getInterval(), step.getEnd()));
      }
    } else {
      var plan =
          rows.typed(row, org.mobilitydata.gbfs.v3_0.system_pricing_plans.GBFSPlan.class, fields);
      code = plan.getCurrency();
      price = plan.getPrice();
      for (var step : given(plan.getPerMinPricing())) {
        minutes.add(new Raw(step.getStart(), step.getRate(), step.getInterval(), step.getEnd()));
      }
      for (var step : given(plan.getPerKmPricing())) {
        kilometres.add(new Raw(step.getStart(), step.getRate(), step.getInterval(), step.getEnd()));
      }
    }
    Currency currency = currency(FeedRows.required("currency", code));
    BigDecimal unlock = exact(FeedRows.required("price", price));
    int decimals = decimals(unlock, minutes, kilometres, currency);
    int digits = currency.getDefaultFractionDigits() + decimals;
    try {
      return new PricingPlan(
          row.path("plan_id").asText(),
          FeedRows.text(row.path("name")),
          currency,
          unlock.movePointRight(digits).longValueExact(),
          steps(minutes, digits),
          steps(kilometres, digits),
          (int) Math.pow(10, decimals));
    } catch (IllegalArgumentException e) {
      throw new BadRow(String.valueOf(e.getMessage()));
    } catch (ArithmeticException e) {
      throw new BadRow("price or rate is too large or too fine, was " + unlock);
    }
  }

  private static <T> List<T> given(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Currency currency(String code) throws BadRow {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new BadRow("currency must be of ISO 4217, was '" + code + "'");
  }

  private static BigDecimal exact(double value) throws BadRow {
    if (!Double.isFinite(value)) {
      throw new BadRow("price must be a number, was " + value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros();
  }

  /** Decimals of the currency's smallest unit that any price needs. */
  private static int decimals(
      BigDecimal unlock, List<Raw> minutes, List<Raw> kilometres, Currency currency) throws BadRow {
    int most = unlock.scale();
    for (List<Raw> steps : List.of(minutes, kilometres)) {
      for (Raw step : steps) {
        most = Math.max(most, exact(FeedRows.required("rate", step.rate)).scale());
      }
    }
    int decimals = Math.max(0, most - currency.getDefaultFractionDigits());
    if (decimals > FINEST) {
      throw new BadRow("prices must not be that fine, had " + most + " decimals");
    }
    return decimals;
  }

  private static List<Step> steps(List<Raw> raws, int digits) throws BadRow {
    List<Step> steps = new ArrayList<>();
    for (Raw raw : raws) {
      long rate =
          exact(FeedRows.required("rate", raw.rate)).movePointRight(digits).longValueExact();
      steps.add(
          new Step(
              FeedRows.required("start", raw.start),
              rate,
              FeedRows.required("interval", raw.interval),
              raw.end == null ? Step.ENDLESS : raw.end));
    }
    return steps;
  }
}
