package io.makerbench.system.venues;

import java.util.List;

/** What all passages of an opened system have in common. */
record VenueSetup(VenuesConfig config, List<MarketTerms> terms, QuoteMenu menu) {}
