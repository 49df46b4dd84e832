package io.makerbench.report;

import io.makerbench.flow.Calibration;
import io.makerbench.flow.Calibrator;
import io.makerbench.storage.WholeFile;
import java.nio.file.Path;

/**
 * A calibration as one page that needs nothing beside it: the parameters, and the stylised facts of
 * tape and models side by side. The same outcome gives the same bytes.
 */
public final class GoodnessPage {
  private GoodnessPage() {}

  /** Writes the page whole; an older one is replaced. */
  public static void write(Path file, Calibrator.Outcome outcome) {
    WholeFile.write(file, html(outcome));
  }

  /** The page, well-formed as XML too. */
  static String html(Calibrator.Outcome outcome) {
    Calibration calibration = outcome.calibration();
    String instrument = calibration.tape().symbol() + " on " + calibration.tape().exchange();
    Page page = new Page("");
    Markup m = page.markup();
    m.open("html", "lang", "en").line();
    HtmlReport.head(m, "Order flow of " + instrument);
    m.open("body").open("main");
    header(m, calibration, instrument);
    new DistanceSection(outcome.goodness()).write(page);
    new FactSection(outcome).write(page);
    new RateSection(calibration).write(page);
    new ParameterSection(calibration).write(page);
    m.element("footer", "Made by Makerbench.");
    m.close().close().line().close();
    return "<!DOCTYPE html>\n" + m + "\n";
  }

  private static void header(Markup m, Calibration calibration, String instrument) {
    Calibration.Subject tape = calibration.tape();
    m.open("header").element("p", "Calibration and goodness of fit", "class", "kicker");
    m.element("h1", "Order flow of " + instrument);
    m.open("p", "class", "facts");
    HtmlReport.chip(m, "length", Figures.minutes(tape.seconds() / 60));
    HtmlReport.chip(m, "market orders", Figures.number(tape.marketOrders()));
    HtmlReport.chip(m, "tick", Figures.exact(tape.tickSize()));
    HtmlReport.chip(m, "lot", Figures.exact(tape.lotSize()));
    HtmlReport.chip(m, "clock step", Figures.exact(tape.clockStepSeconds()) + " s");
    HtmlReport.chip(m, "seed", Long.toString(calibration.seed()));
    m.close().close();
  }
}
