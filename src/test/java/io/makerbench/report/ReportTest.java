package io.makerbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.env.Episode;
import io.makerbench.evaluate.MadeEpisodes;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Table;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

class ReportTest {
  private static final double LIMIT = 0.001;

  @TempDir Path folder;

  private static Document parse(String html)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> result = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      result.add((Element) found.item(i));
    }
    return result;
  }

  @Test
  void pageIsWellFormedAndHoldsTheFacts() throws Exception {
    ReportInput input = MadeReports.make(3, 600);
    Document page = parse(Report.html(input));
    String text = page.getDocumentElement().getTextContent();
    for (String fact :
        List.of(
            "DQN on <BTCUSDT> & friends",
            "AMD EPYC, 2 cores, Linux 6.1",
            "makerbench run configs/quickstart.json --set seed=42",
            "{\"label\": \"quick <start>\", \"seed\": 42}",
            "Trained on 2024-07-18 & 19.",
            "2024-08-08 03.00",
            "Paired t test",
            "Wilcoxon signed rank",
            "Over 3 paired windows")) {
      assertTrue(text.contains(fact), fact);
    }
    for (Metric metric : Metric.values()) {
      assertTrue(text.contains(metric.label()) && text.contains(metric.help()), metric.label());
    }
  }

  @Test
  void everyFigureOfTheEvaluationNamesItsFillRule() throws Exception {
    Document page = parse(Report.html(MadeReports.make(2, 600)));
    List<Element> captions = elements(page, "figcaption");
    assertEquals(12 + 2 * 2, captions.size());
    assertTrue(
        captions.stream().allMatch(c -> c.getTextContent().endsWith("Fill rule: risk-averse")));
  }

  @Test
  void pageNeedsNothingBesideIt() throws Exception {
    Document page = parse(Report.html(MadeReports.make(2, 600)));
    assertEquals(19, elements(page, "svg").size());
    for (String outside : List.of("link", "img", "script", "iframe")) {
      assertEquals(0, elements(page, outside).size(), outside);
    }
    assertFalse(elements(page, "style").getFirst().getTextContent().contains("url("));
  }

  @Test
  void chartsHoldNumbersOnly() throws Exception {
    Document page = parse(Report.html(MadeReports.make(2, 600)));
    for (Element path : elements(page, "path")) {
      assertFalse(path.getAttribute("d").matches(".*(NaN|Infinity).*"), path.getAttribute("d"));
    }
  }

  @Test
  void sizeDoesNotGrowWithTheRecording() {
    int brief = Report.html(MadeReports.make(1, 20_000)).length();
    int tenTimes = Report.html(MadeReports.make(1, 200_000)).length();
    assertTrue(tenTimes < 1.3 * brief, () -> brief + " became " + tenTimes);
  }

  @Test
  void sameInputGivesSameBytes() throws IOException {
    Set<ReportFormat> all = EnumSet.allOf(ReportFormat.class);
    List<Path> first = Report.write(MadeReports.make(2, 600), folder.resolve("a"), all);
    List<Path> second = Report.write(MadeReports.make(2, 600), folder.resolve("b"), all);
    int charts = 12 + 2 * 2 + 3;
    assertEquals(1 + 1 + 14 + 2 * charts + 1, first.size());
    for (int i = 0; i < first.size(); i++) {
      assertEquals(-1, Files.mismatch(first.get(i), second.get(i)), first.get(i).toString());
    }
  }

  @Test
  void everyChartStandsAlone() throws Exception {
    List<Path> charts =
        Report.write(MadeReports.make(2, 600), folder, EnumSet.of(ReportFormat.SVG));
    assertEquals("01-equity.svg", charts.getFirst().getFileName().toString());
    assertEquals("19-epsilon.svg", charts.getLast().getFileName().toString());
    for (Path chart : charts) {
      Document svg = parse(Files.readString(chart));
      assertEquals("svg", svg.getDocumentElement().getTagName());
      assertEquals(1, elements(svg, "style").size());
    }
    String equity =
        parse(Files.readString(charts.getFirst())).getDocumentElement().getTextContent();
    assertTrue(equity.contains("Equity (fill rule: risk-averse)"), equity);
    assertTrue(equity.contains("symmetric_l1"), equity);
  }

  @Test
  void everyChartIsAPictureToo() throws IOException {
    List<Path> pictures =
        Report.write(MadeReports.make(1, 600), folder, EnumSet.of(ReportFormat.PNG));
    assertEquals("01-equity.png", pictures.getFirst().getFileName().toString());
    for (Path picture : pictures) {
      BufferedImage image = ImageIO.read(picture.toFile());
      assertTrue(image.getWidth() >= 700 && image.getHeight() > 100, picture.toString());
      assertEquals(0xFFFFFFFF, image.getRGB(2, image.getHeight() - 2), "white ground");
    }
  }

  @Test
  void tellsTheWorstDrawdownsAndTheProfitByTheClock() throws Exception {
    ReportInput input = MadeReports.make(3, 600);
    String text = parse(Report.html(input)).getDocumentElement().getTextContent();
    assertTrue(text.contains("Worst drawdowns") && text.contains("Profit by day and hour"));
    assertTrue(text.contains("over the last 10 s of market"), "rolling risk");
    assertTrue(text.contains("Half-life of the inventory"), "figures of quoting");
    JsonNode tables = Json.parse(Report.json(input), "report").get("tables");
    double sum = 0;
    for (JsonNode cell : tables.get("calendar")) {
      sum += cell.get("policy").asString().equals("dqn") ? cell.get("pnl").asDouble() : 0;
    }
    double realised =
        input.metrics().stream()
            .filter(m -> m.policy().equals("dqn"))
            .mapToDouble(m -> m.value(Metric.REALISED_PNL))
            .sum();
    assertEquals(realised, sum, 1e-9);
    double deepest =
        input.metrics().stream()
            .filter(m -> m.policy().equals("dqn"))
            .mapToDouble(m -> m.value(Metric.MAX_DRAWDOWN))
            .max()
            .orElseThrow();
    for (JsonNode fall : tables.get("drawdowns")) {
      if (fall.get("policy").asString().equals("dqn")) {
        assertEquals(deepest, fall.get("depth").asDouble(), 1e-9);
        break;
      }
    }
  }

  @Test
  void onlyTheFormatsAskedForAreWritten() {
    List<Path> files =
        Report.write(MadeReports.make(1, 100), folder, EnumSet.of(ReportFormat.JSON));
    assertEquals(List.of(folder.resolve("report.json")), files);
    assertFalse(Files.exists(folder.resolve("report.html")));
  }

  @Test
  void tablesHoldAllDigits() throws IOException {
    ReportInput input = MadeReports.make(2, 600);
    Report.write(input, folder, EnumSet.of(ReportFormat.CSV));
    Table metrics = Table.parse(Files.readString(folder.resolve("csv/metrics.csv")), "metrics.csv");
    int column = metrics.columns().indexOf("realised_pnl");
    Metrics last = input.metrics().getLast();
    assertEquals(
        last.value(Metric.REALISED_PNL), Double.parseDouble(metrics.rows().getLast().get(column)));
  }

  @Test
  void jsonHoldsTablesFactsAndConfiguration() {
    ReportInput input = MadeReports.make(2, 600);
    JsonNode json = Json.parse(Report.json(input), "report");
    assertEquals("quick <start>", json.at("/config/label").asString());
    assertEquals("42", json.at("/facts/Seed").asString());
    assertEquals("do_nothing", json.at("/tables/comparison/0/baseline").asString());
    assertEquals(
        input.metrics().getFirst().value(Metric.REALISED_PNL),
        json.at("/tables/metrics/0/realised_pnl").asDouble());
    assertTrue(json.at("/tables/metrics/0/sharpe").isNull(), "not defined without a trade");
  }

  @Test
  void agentAloneInOneWindowIsReported() throws Exception {
    Episode episode = MadeEpisodes.make("dqn", "w", 1, 300, 0.1);
    ReportInput input =
        MadeReports.of(
            "Alone", List.of(episode), List.of(Metrics.of(episode, LIMIT, Double.NaN)), null);
    assertTrue(parse(Report.html(input)).getDocumentElement().getTextContent().contains("Alone"));
  }

  @Test
  void policiesWithoutFillsAndEpisodesWithoutTicksAreReported() throws Exception {
    Episode still = MadeEpisodes.make("dqn", "still", 1, 50, 0);
    Episode single = MadeEpisodes.make("dqn", "single", 2, 1, 0.5);
    Episode empty = MadeEpisodes.make("dqn", "empty", 3, 0, 0.5);
    List<Episode> episodes = List.of(still, single, empty);
    List<Metrics> metrics = episodes.stream().map(e -> Metrics.of(e, LIMIT, Double.NaN)).toList();
    Document page = parse(Report.html(MadeReports.of("Quiet", episodes, metrics, null)));
    for (Element path : elements(page, "path")) {
      assertFalse(path.getAttribute("d").contains("NaN"));
    }
  }

  @Test
  void runWithoutEvaluationReportsItsTraining() throws Exception {
    Document page = parse(Report.html(MadeReports.of("Trained", List.of(), List.of(), null)));
    assertEquals(3, elements(page, "svg").size());
    assertTrue(page.getDocumentElement().getTextContent().contains("epsilon"));
  }

  @Test
  void metricsWithoutSeriesAreReported() throws Exception {
    ReportInput full = MadeReports.make(2, 300);
    ReportInput bare = MadeReports.of("Bare", List.of(), full.metrics(), full.comparison());
    assertTrue(parse(Report.html(bare)).getDocumentElement().getTextContent().contains("dqn"));
  }

  @Test
  void controlCharactersAndQuotesAreMadeSafe() throws Exception {
    String title = "</title><script>alert('x')</script> \u0000\u0007 \"quoted\"";
    Document page = parse(Report.html(MadeReports.of(title, List.of(), List.of(), null)));
    assertEquals(0, elements(page, "script").size());
    String shown = elements(page, "h1").getFirst().getTextContent();
    assertTrue(shown.startsWith("</title><script>"), shown);
    assertTrue(shown.endsWith("\uFFFD\uFFFD \"quoted\""), shown);
  }

  @Test
  void configurationThatIsNoJsonIsRefusedInJson() {
    ReportInput good = MadeReports.make(1, 50);
    ReportInput bad =
        new ReportInput(
            good.title(),
            good.agent(),
            good.command(),
            "{not json",
            good.facts(),
            good.curves(),
            good.findings(),
            good.episodes(),
            good.metrics(),
            good.markets(),
            good.comparison(),
            good.cloneEvaluation(),
            good.trials(),
            good.notes(),
            good.parts());
    assertThrows(InputException.class, () -> Report.json(bad));
    assertNotEquals("", Report.html(bad));
  }
}
