package io.makerbench.system.perp;

import io.makerbench.config.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where recorded distances of the venues' mids come from. */
public record BasisConfig(
    @Key(
            help =
                "CSV, CSV.gz or Parquet file with the columns ts_minute_utc, exchange, ticker,"
                    + " mid_price, best_bid and best_ask; a relative path is looked for here and in"
                    + " the data location. Rows without prices, and crossed or locked ones, are left"
                    + " out. Null: 0.4 USD a venue and noise.",
            fallback = "null")
        @Nullable String history,
    @Key(help = "Coin, as in the file's column ticker.", fallback = "\"BTC\"") String coin,
    @Key(
            help = "Exchange of each venue, as in the file's column exchange, in their order.",
            fallback = "[]")
        List<String> exchanges) {}
