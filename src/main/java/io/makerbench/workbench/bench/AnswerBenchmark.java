package io.makerbench.workbench.bench;

import io.makerbench.bench.Benchmark;
import io.makerbench.bench.Measurement;
import io.makerbench.experiment.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/**
 * How long the window takes to answer: from what a user does until the frame that shows it is
 * painted, while the replay plays and a training works.
 */
final class AnswerBenchmark implements Benchmark {
  private static final int WARM_UP_ROUNDS = 4;
  private static final int ROUNDS = 14;
  private static final long BETWEEN_MS = 60;
  private static final double NANOS_A_MILLI = 1e6;
  private static final double SHARE = 0.99;
  private static final double A_FRAME_MS = 1000 / 60.0;

  /** Something a user does. */
  private record Deed(String name, Runnable action) {}

  @Override
  public String name() {
    return "ui-p99";
  }

  @Override
  public String help() {
    return "Time to an answer that 99 % keep to, replay playing and one core training.";
  }

  @Override
  public Measurement measure(Settings settings) {
    try (BusyWindow window = BusyWindow.open(BusyWindow.Shown.BOOK)) {
      Map<String, List<Double>> oneBusy = answers(window);
      Map<String, List<Double>> bothBusy = BusyCore.during(() -> answers(window));
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("answers", oneBusy.values().stream().mapToInt(List::size).sum());
      config.put("median_ms", quantile(oneBusy, 0.5));
      config.put("worst_ms", quantile(oneBusy, 1));
      config.put("all_cores_busy", quantile(bothBusy, SHARE));
      config.put("slowest_by_deed_ms", slowest(oneBusy));
      config.put("screen", Screen.words());
      config.put("cores", Runtime.getRuntime().availableProcessors());
      config.put("floor", "one frame of 60 a second");
      return new Measurement(name(), quantile(oneBusy, SHARE), "ms", A_FRAME_MS, config);
    }
  }

  private static Map<String, List<Double>> answers(BusyWindow window) {
    List<Deed> deeds = deeds(window);
    rounds(window, deeds, WARM_UP_ROUNDS);
    return rounds(window, deeds, ROUNDS);
  }

  private static Map<String, List<Double>> rounds(BusyWindow window, List<Deed> deeds, int count) {
    Map<String, List<Double>> millis = new TreeMap<>();
    for (int round = 0; round < count; round++) {
      window.rewind();
      for (Deed deed : deeds) {
        Screen.pause(BETWEEN_MS);
        millis
            .computeIfAbsent(deed.name(), name -> new ArrayList<>())
            .add(answer(deed.action()) / NANOS_A_MILLI);
      }
    }
    return millis;
  }

  /** A round through the window: mostly the replay, then the other pages and the palette. */
  private static List<Deed> deeds(BusyWindow window) {
    List<Deed> deeds = new ArrayList<>();
    for (KeyCode code :
        List.of(KeyCode.F, KeyCode.D, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.SPACE, KeyCode.SPACE)) {
      deeds.add(new Deed("replay: " + code.getName(), () -> window.type(code)));
    }
    for (String page : List.of("runs", "training", "compare", "report", "data", "config")) {
      deeds.add(new Deed("go to " + page, () -> window.fire("go-" + page)));
    }
    deeds.add(new Deed("type into a field", () -> write(window, "field-label", "a")));
    deeds.add(new Deed("go to replay", () -> window.fire("go-replay")));
    deeds.add(new Deed("open the palette", () -> window.fire("find-command")));
    deeds.add(new Deed("type into the palette", () -> write(window, "palette-letters", "c")));
    deeds.add(new Deed("type into the palette", () -> write(window, "palette-letters", "o")));
    deeds.add(new Deed("close the palette", () -> window.fire("find-command")));
    deeds.add(new Deed("open the help", () -> window.fire("page-help")));
    deeds.add(new Deed("close the help", () -> window.fire("page-help")));
    return deeds;
  }

  private static void write(BusyWindow window, String id, String letter) {
    if (window.find(id) instanceof TextInputControl field) {
      field.appendText(letter);
    }
  }

  /** Nanoseconds until the frame after the deed is painted, which the next pulse waits for. */
  private static long answer(Runnable deed) {
    CompletableFuture<Long> painted = new CompletableFuture<>();
    long begin = System.nanoTime();
    Platform.runLater(() -> {
      deed.run();
      new AnimationTimer() {
        private int pulses;

        @Override
        public void handle(long now) {
          pulses++;
          if (pulses == 2) {
            stop();
            painted.complete(System.nanoTime());
          }
        }
      }.start();
    });
    return painted.join() - begin;
  }

  private static double quantile(Map<String, List<Double>> millis, double share) {
    double[] sorted =
        millis.values().stream().flatMap(List::stream).mapToDouble(d -> d).sorted().toArray();
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static Map<String, Double> slowest(Map<String, List<Double>> millis) {
    Map<String, Double> slowest = new TreeMap<>();
    millis.forEach((deed, all) ->
        slowest.put(deed, all.stream().mapToDouble(d -> d).max().orElse(Double.NaN)));
    return slowest;
  }
}
