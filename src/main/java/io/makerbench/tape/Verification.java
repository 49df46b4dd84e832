package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rebuilds the book of recordings and compares it with what their venue published beside them. A
 * new kind of recording is one more class and its line in {@link #FINDERS}.
 */
public sealed interface Verification permits LobsterCheck, QuotesCheck, BinanceCheck {
  /** Find among some files those that can be compared, and how. */
  List<Function<List<Path>, List<Verification>>> FINDERS =
      List.of(LobsterCheck::among, QuotesCheck::among, BinanceCheck::among);

  /** What is compared, in words. */
  String subject();

  /** The files it reads. */
  List<Path> files();

  /**
   * Compares everything.
   *
   * @throws InputException when a file is damaged
   */
  Verdict run();

  /**
   * The checks that some files allow.
   *
   * @throws InputException naming a file that no check reads
   */
  static List<Verification> of(List<Path> files) {
    List<Verification> checks = new ArrayList<>();
    FINDERS.forEach(finder -> checks.addAll(finder.apply(files)));
    for (Path file : files) {
      if (checks.stream().noneMatch(check -> check.files().contains(file))) {
        throw new InputException(
            file
                + ": there is nothing to compare it with. Checked are LOBSTER archives,"
                + " incremental_book_L2 of Tardis together with quotes of the same instrument and"
                + " day, and raw recordings of Binance together with incremental_book_L2 of Tardis"
                + " of the same instrument and day.");
      }
    }
    return checks;
  }
}
