package io.makerbench.tape;

import java.nio.file.Path;
import java.util.List;

/**
 * Compares raw WebSocket recordings with a tape of the Tardis recordings of the same time: after
 * every depth update the books built of both must be equal in every level, and their best levels
 * must be those the venue quoted at that moment.
 */
public final class BinanceVerification {
  private BinanceVerification() {}

  /**
   * Compares.
   *
   * @param files raw recordings that continue each other
   * @param tape tape of the Tardis recordings of the same instrument and time
   * @throws io.makerbench.config.InputException as {@link Importer#run}
   */
  public static BinanceAgreement of(List<Path> files, Tape tape) {
    BinancePlaces places = BinancePlaces.of(files);
    BookCheck check = new BookCheck(places, tape);
    BinanceReader reader = new BinanceReader(places, check, 0, new Findings(), ImportProgress.NONE);
    for (int i = 0; i < places.files().size(); i++) {
      reader.read(i);
    }
    reader.end();
    return check.agreement();
  }
}
