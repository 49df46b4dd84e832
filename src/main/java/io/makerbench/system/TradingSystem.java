package io.makerbench.system;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trading system: its configuration and its markets. Implementations are found by {@link
 * java.util.ServiceLoader}, so a new one changes no other room.
 */
public interface TradingSystem {
  /** Name in configurations, for example {@code lob-replay}. */
  String name();

  /** The record of its section of a configuration; all of its keys have defaults. */
  Class<? extends Record> configType();

  /** Names of the policies that are its own, the baselines. */
  List<String> baselines();

  /**
   * Those that a policy is compared with where a configuration names none; the first is the mark.
   */
  List<String> usualBaselines();

  /**
   * Opens the data a configuration names.
   *
   * @param config a record of {@link #configType}
   * @param place where recordings are found and tapes are kept
   * @param facts what a trained policy carried, see {@link Market#observationFacts}; null to fit
   *     anew
   * @throws io.makerbench.config.InputException when the data are missing or do not fit
   */
  Market open(Record config, Place place, long seed, @Nullable String facts);

  /**
   * Where recordings are found and tapes are kept.
   *
   * @param data the data location, null when the user set none
   * @param tapes folder for imported and generated tapes; created when needed
   */
  record Place(@Nullable Path data, Path tapes) {}
}
