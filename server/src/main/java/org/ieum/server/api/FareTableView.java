package org.ieum.server.api;

import java.util.List;

/**
 * All prices of an area. Amounts are whole minor units of the currency (won, cents).
 *
 * @param currency ISO 4217
 * @param roundTo amounts made of percentages are multiples of it
 * @param transfers discounts for going on with another mode; the one that takes most off holds
 */
public record FareTableView(
    String areaId,
    String currency,
    long roundTo,
    List<TariffView> tariffs,
    List<TransferView> transfers,
    List<PassView> passes) {}
