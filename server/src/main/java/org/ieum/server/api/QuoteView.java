package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a quote: offers, or a reason why there is none. */
public record QuoteView(
    String quoteId,
    String areaId,
    @Nullable OffsetDateTime expiresAt,
    List<OfferView> offers,
    @Nullable String rejectionReason,
    @Nullable String rejectionDetail,
    List<OfferView> alternatives) {}
