package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.EpisodeSeries;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationStoreTest {
  private static final double LIMIT = 0.001;

  @TempDir Path folder;

  @Test
  void episodeComesBackToTheLastDigit() throws ReflectiveOperationException {
    Episode written = MadeEpisodes.make("dqn", "08-08 02.00", 3, 700, 0.1);
    EvaluationStore store = new EvaluationStore(folder);
    store.write(written);
    Episode read = store.episode("dqn", "08-08 02.00");
    assertTrue(written.fills().size() > 20);
    assertSame(written, read);
  }

  private static void assertSame(Episode expected, Episode actual)
      throws ReflectiveOperationException {
    for (RecordComponent component : Episode.class.getRecordComponents()) {
      Object e = component.getAccessor().invoke(expected);
      Object a = component.getAccessor().invoke(actual);
      switch (e) {
        case double[] doubles -> assertArrayEquals(doubles, (double[]) a, component.getName());
        case long[] longs -> assertArrayEquals(longs, (long[]) a, component.getName());
        case int[] ints -> assertArrayEquals(ints, (int[]) a, component.getName());
        case boolean[] flags -> assertArrayEquals(flags, (boolean[]) a, component.getName());
        default -> assertEquals(e, a, component.getName());
      }
    }
  }

  @Test
  void episodeWithoutFillsComesBack() throws ReflectiveOperationException {
    Episode written = MadeEpisodes.make("do_nothing", "w", 1, 50, 0);
    EvaluationStore store = new EvaluationStore(folder);
    store.write(written);
    assertSame(written, store.episodes().getFirst());
    assertEquals(List.of(), written.fills());
  }

  @Test
  void furtherSeriesComeBackUnderTheirNames() {
    Episode made = MadeEpisodes.make("do_nothing", "w", 1, 50, 0);
    double[] mid = made.mid().clone();
    mid[3] = Double.NaN;
    String venue = "odd/ \"venue\"";
    EvaluationStore store = new EvaluationStore(folder);
    store.write(
        made.with(
            List.of(
                new EpisodeSeries("", "net_delta", made.equity()),
                new EpisodeSeries(venue, "mid", mid))));
    Episode read = store.episode("do_nothing", "w");
    assertEquals(List.of(), store.episodes().getFirst().series(), "all together are read without");
    assertArrayEquals(made.equity(), read.series("", "net_delta").orElseThrow());
    assertArrayEquals(mid, read.series(venue, "mid").orElseThrow());
    assertEquals(2, read.series().size());
    assertTrue(read.series(venue, "spread").isEmpty());
  }

  @Test
  void sameEvaluationGivesSameBytes() throws IOException {
    for (String name : List.of("first", "second")) {
      EvaluationStore store = new EvaluationStore(folder.resolve(name));
      List<Episode> episodes = twoPolicies();
      episodes.forEach(store::write);
      episodes.forEach(store::writeLog);
      List<Metrics> metrics = episodes.stream().map(e -> Metrics.of(e, LIMIT, Double.NaN)).toList();
      store.writeMetrics(metrics);
      store.writeComparison(Comparison.of("dqn", metrics, 42));
    }
    List<Path> first = files(folder.resolve("first"));
    assertEquals(3 * 4 + 2, first.size());
    for (Path path : first) {
      Path other = folder.resolve("second").resolve(folder.resolve("first").relativize(path));
      assertEquals(-1, Files.mismatch(path, other), () -> path + " differs");
    }
  }

  private static List<Episode> twoPolicies() {
    return Stream.of("dqn", "symmetric_l1")
        .flatMap(policy ->
            Stream.of(1, 2).map(i -> MadeEpisodes.make(policy, "window " + i, i, 300, 0.05)))
        .toList();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void metricsAndComparisonComeBack() {
    EvaluationStore store = new EvaluationStore(folder);
    List<Metrics> metrics =
        twoPolicies().stream().map(e -> Metrics.of(e, LIMIT, Double.NaN)).toList();
    Comparison comparison = Comparison.of("dqn", metrics, 42);
    store.writeMetrics(metrics);
    store.writeComparison(comparison);
    assertEquals(metrics, store.metrics());
    assertEquals(comparison, store.comparison().orElseThrow());
  }

  @Test
  void logHasTheColumnsOfThePublishedCode() throws IOException {
    Episode episode = MadeEpisodes.make("dqn", "w", 3, 300, 0.1);
    new EvaluationStore(folder).writeLog(episode);
    List<String> lines = Files.readAllLines(folder.resolve("logs/dqn/w.csv"));
    assertEquals(
        "timestamp,mid,cash,inventory,total_cost,pnl,drawdown,max_drawdown,side,price,qty,best_bid,best_ask",
        lines.getFirst());
    assertEquals(episode.fills().size(), lines.size() - 1);
    assertEquals(episode.fills().getLast().cash() + "", lines.getLast().split(",")[2]);
  }

  @Test
  void emptyFolderHoldsNothing() {
    EvaluationStore store = new EvaluationStore(folder.resolve("absent"));
    assertTrue(store.episodes().isEmpty());
    assertTrue(store.metrics().isEmpty());
    assertTrue(store.comparison().isEmpty());
  }

  @Test
  void missingEpisodeIsNamed() {
    InputException e =
        assertThrows(
            InputException.class, () -> new EvaluationStore(folder).episode("dqn", "absent"));
    assertTrue(e.getMessage().contains("absent.parquet"), e::getMessage);
  }

  @Test
  void damagedSeriesIsNamed() throws IOException {
    EvaluationStore store = new EvaluationStore(folder);
    store.write(MadeEpisodes.make("dqn", "w", 3, 300, 0.1));
    Files.writeString(folder.resolve("series/dqn/w.parquet"), "not parquet");
    InputException e = assertThrows(InputException.class, store::episodes);
    assertTrue(e.getMessage().contains("w.parquet"), e::getMessage);
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() {
    Episode episode = MadeEpisodes.make("dqn", "../../w", 3, 10, 0.1);
    InputException e =
        assertThrows(InputException.class, () -> new EvaluationStore(folder).write(episode));
    assertTrue(e.getMessage().contains("../../w"), e::getMessage);
  }

  @Test
  void wrongNumberInMetricsIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("metrics.csv"), "policy,window,fill_rule,realised_pnl\ndqn,w,touch,much\n");
    InputException e =
        assertThrows(InputException.class, () -> new EvaluationStore(folder).metrics());
    assertTrue(e.getMessage().contains("realised_pnl"), e::getMessage);
    assertTrue(e.getMessage().contains("much"), e::getMessage);
  }
}
