package io.makerbench.workbench.replay;

import io.makerbench.experiment.RunFolder;
import io.makerbench.system.TradingSystem;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The replay on a stage of its own, as tests drive it. */
final class ReplayStage {
  private final PanelStage stage;
  private final Path home;
  private ReplayPanel panel;

  /** Shows the replay of no run; on the JavaFX thread. */
  ReplayStage(Stage shown, Path folder) {
    home = folder.resolve("home");
    Path tapes = home.resolve("tapes");
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel = new ReplayPanel(desk, new TradingSystem.Place(null, tapes));
              return panel;
            });
  }

  PanelStage stage() {
    return stage;
  }

  ReplayPanel panel() {
    return panel;
  }

  /** Opens a run as the run list does. */
  Replay open(RunFolder run) {
    stage.select(run);
    PanelStage.await("the replay opens", () -> panel.replay() != null);
    return replay();
  }

  Replay replay() {
    return Objects.requireNonNull(panel.replay());
  }

  Pictures pictures() {
    return (Pictures) panel.view().lookup("#replay-pictures");
  }

  MarketView market() {
    return (MarketView) panel.view().lookup("#replay-market");
  }

  /** Chooses an item of a box as a user does. */
  void choose(String box, String item) {
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> box(box).getItems().stream().filter(item::equals).forEach(box(box)::setValue));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> box(String id) {
    return (ComboBox<String>) panel.view().lookup("#" + id);
  }

  /** Goes to an instant and waits for its picture. */
  void seek(long instantNs) {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> replay().playback().seek(instantNs));
    awaitPicture();
  }

  /** Goes to the middle of the window and waits for its picture. */
  long seekMiddle() {
    long middle = (replay().data().startNs() + replay().data().endNs()) / 2;
    seek(middle);
    return middle;
  }

  /** Waits until the picture shows the cursor as the camera and the user want it. */
  void awaitPicture() {
    PanelStage.await(
        "the picture at the cursor is shown",
        () -> {
          Scene scene = market().shown();
          return scene != null
              && scene.cursorNs() == replay().playback().cursor()
              && scene.look().equals(pictures().look())
              && scene.view().equals(market().camera().view());
        });
  }

  /** The pixels of the market's picture. */
  int[] pixels() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          var image = ((ImageView) market().getChildrenUnmodifiable().getFirst()).getImage();
          int width = (int) image.getWidth();
          int height = (int) image.getHeight();
          int[] copy = new int[width * height];
          image
              .getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), copy, 0, width);
          return copy;
        });
  }

  /** Keeps a picture in each theme. */
  void picture(String name) throws IOException {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      stage.theme(theme);
      stage.settle();
      stage.picture(name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
    try {
      Files.deleteIfExists(home.resolve("replay.json")); // the next test begins anew
      Files.deleteIfExists(home.resolve("bookmarks.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
