package org.ieum.server.area;

import java.util.List;
import java.util.Map;
import org.ieum.fare.DistanceRate;
import org.ieum.fare.DistanceTariff;
import org.ieum.fare.Fare;
import org.ieum.fare.FareItem;
import org.ieum.fare.FareTable;
import org.ieum.fare.KindPrice;
import org.ieum.fare.MeterTariff;
import org.ieum.fare.MonthlyPass;
import org.ieum.fare.RiderKind;
import org.ieum.fare.Tariff;
import org.ieum.fare.TransferDiscount;
import org.ieum.server.api.FareItemView;
import org.ieum.server.api.FareTableView;
import org.ieum.server.api.FareView;
import org.ieum.server.api.PassView;
import org.ieum.server.api.RateView;
import org.ieum.server.api.TariffView;
import org.ieum.server.api.TransferView;

/** Shows prices to clients. */
final class FareViews {
  private FareViews() {}

  static FareView fare(Fare fare, RiderKind kind) {
    List<FareItemView> items = fare.items().stream().map(FareViews::item).toList();
    return new FareView(
        fare.total().minorUnits(), fare.currency().getCurrencyCode(), kind.code(), items);
  }

  private static FareItemView item(FareItem item) {
    return new FareItemView(item.type().code(), item.label(), item.amount().minorUnits());
  }

  static FareTableView table(String areaId, FareTable table) {
    return new FareTableView(
        areaId,
        table.currency().getCurrencyCode(),
        table.rounding().unit(),
        table.tariffs().entrySet().stream().map(FareViews::tariff).toList(),
        table.transfers().stream().map(FareViews::transfer).toList(),
        table.passes().stream().map(FareViews::pass).toList());
  }

  private static TariffView tariff(Map.Entry<String, Tariff> entry) {
    if (entry.getValue() instanceof DistanceTariff distance) {
      return new TariffView(
          entry.getKey(),
          "distance",
          rate(distance.adult()),
          price(distance.youth()),
          price(distance.child()),
          null,
          null);
    }
    MeterTariff meter = (MeterTariff) entry.getValue();
    DistanceRate rate =
        new DistanceRate(meter.base(), meter.baseMetres(), meter.perStep(), meter.stepMetres());
    return new TariffView(
        entry.getKey(),
        "meter",
        rate(rate),
        null,
        null,
        meter.stepSeconds(),
        meter.slowMetresPerHour() / 1_000.0);
  }

  private static RateView price(KindPrice price) {
    return price instanceof KindPrice.Percent part
        ? new RateView(part.percent(), null, null, null, null)
        : rate(((KindPrice.Own) price).rate());
  }

  private static RateView rate(DistanceRate rate) {
    return rate.baseMetres() == Integer.MAX_VALUE
        ? new RateView(null, rate.base(), null, null, null)
        : new RateView(null, rate.base(), rate.baseMetres(), rate.perStep(), rate.stepMetres());
  }

  private static TransferView transfer(TransferDiscount discount) {
    boolean isAmount = discount.percent() == 0;
    return new TransferView(
        discount.from().code(),
        discount.to().code(),
        discount.withinSeconds(),
        isAmount ? discount.amount() : null,
        isAmount ? null : discount.percent());
  }

  static PassView pass(MonthlyPass pass) {
    return new PassView(
        pass.id(),
        pass.name(),
        pass.price(),
        pass.services(),
        pass.rides() == MonthlyPass.UNLIMITED ? null : pass.rides(),
        pass.days());
  }
}
