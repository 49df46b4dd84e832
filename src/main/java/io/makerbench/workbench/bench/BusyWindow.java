package io.makerbench.workbench.bench;

import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.storage.WholeFile;
import io.makerbench.workbench.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window at work, in folders of its own: a training keeps one core busy while the replay of an
 * evaluated run plays, ten times as fast as the market.
 */
final class BusyWindow implements AutoCloseable {
  private static final int FASTER = 3;
  private static final String RECORDING =
      """
      "market": {
        "recording": {
          "dataset": "synthetic", "evaluation_windows": 2, "synthetic": {"seconds": 3600}
        }
      },
      "execution": {"device": "cpu"}
      """;

  /** What the replay shows. */
  enum Shown {
    /** The book of a made recording. */
    BOOK("{\"label\": \"evaluated\", \"agent\": {\"type\": \"symmetric_l1\"}, " + RECORDING + "}"),
    /** The board of a desk on five venues. */
    VENUES(
        """
        {
          "label": "evaluated", "system": "perp", "agent": {"type": "modulating"},
          "market": {"evaluation_windows": 2, "max_ticks": 3600},
          "evaluation": {"baselines": ["do_nothing"]}
        }
        """);

    private final String config;

    Shown(String config) {
      this.config = config;
    }
  }

  private static final String TRAINED =
      """
      {"label": "training",
       "dqn": {"min_replay": 1000, "mdp_step_warmup": 0, "num_episodes": 100000, "hidden": [64, 64]},
      """
          + RECORDING
          + "}";

  private final Path folder;
  private final Stage stage;
  private final Workbench workbench;

  private BusyWindow(Path folder, Stage stage, Workbench workbench) {
    this.folder = folder;
    this.stage = stage;
    this.workbench = workbench;
  }

  /** Makes the run to replay, opens the window, starts the training and plays. */
  static BusyWindow open(Shown shown) {
    Screen.start();
    Path folder = temporary();
    Settings settings = new Settings(folder.resolve("home"), null, folder.resolve("runs"));
    RunFolder evaluated = evaluate(settings, shown);
    Path config = folder.resolve("training.json");
    WholeFile.write(config, TRAINED);
    BusyWindow window =
        Screen.on(() -> {
          Stage stage = new Stage();
          Workbench workbench = new Workbench(settings, stage);
          workbench.workspace().habits().seeTour();
          workbench.show(config);
          return new BusyWindow(folder, stage, workbench);
        });
    window.workbench.ready().join();
    window.train();
    window.replay(evaluated);
    return window;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("makerbench-window");
    } catch (IOException e) {
      throw new UncheckedIOException("There is no place for the benchmark's runs", e);
    }
  }

  private static RunFolder evaluate(Settings settings, Shown shown) {
    Runner runner = new Runner(settings);
    RunFolder run =
        runner.create(
            settings.runs().resolve("evaluated"),
            ConfigFiles.reader().complete(Json.parse(shown.config, "benchmark")),
            null);
    runner.start(run, event -> {}).ended().join();
    return run;
  }

  private void train() {
    Screen.await("the form is filled", () -> text("config-origin").endsWith("training.json"));
    press("start-run");
    Screen.await(
        "the training works",
        () -> find("training-reward") != null && !text("training-reward").equals("–"));
  }

  private void replay(RunFolder evaluated) {
    Screen.on(() -> {
      workbench.workspace().select(List.of(evaluated));
      workbench.go("Replay");
      return true;
    });
    Screen.await(
        "the replay is open",
        () -> find("replay-reading-time") != null && text("replay-reading-time").contains(":"));
    for (int i = 0; i < FASTER; i++) {
      Screen.on(() -> type(KeyCode.UP));
    }
    Screen.on(() -> type(KeyCode.SPACE));
  }

  /** Plays from the start again, so that the end is never reached. */
  void rewind() {
    Screen.on(() -> type(KeyCode.HOME));
  }

  /** Where the replay stands, as it is shown. */
  String marketTime() {
    return Screen.on(() -> text("replay-reading-time"));
  }

  Scene scene() {
    return stage.getScene();
  }

  /** Presses and lets go of a key where the focus is; on the JavaFX thread. */
  boolean type(KeyCode code) {
    Node focused = scene().getFocusOwner();
    Node page = scene().lookup("#replay-panel");
    Node target = page == null ? focused : page;
    target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    return true;
  }

  /** Presses a button; on the JavaFX thread. */
  void fire(String id) {
    ((ButtonBase) scene().lookup("#" + id)).fire();
  }

  private void press(String id) {
    Screen.on(() -> {
      fire(id);
      return true;
    });
  }

  @Nullable Node find(String id) {
    return scene().lookup("#" + id);
  }

  private String text(String id) {
    return ((Labeled) Objects.requireNonNull(find(id), id)).getText();
  }

  @Override
  public void close() {
    Screen.on(() -> {
      stage.close();
      return true;
    });
    workbench.closed().join();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(BusyWindow::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be cleared", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be deleted", e);
    }
  }
}
