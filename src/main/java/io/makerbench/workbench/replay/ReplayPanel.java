package io.makerbench.workbench.replay;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.Panel;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The replay of an evaluated episode: the market with own quotes and fills, the ladder, inventory
 * and profit, all at one time cursor. One timer drives it while it is in front.
 */
public final class ReplayPanel implements Panel {
  private static final double GAP = 8;

  private final Desk desk;
  private final MarketView market = new MarketView();
  private final LadderView ladder = new LadderView();
  private final Readings readings = new Readings();
  private final PlaybackBar playback;
  private final PictureBar pictures;
  private final Label empty = new Label();
  private final BorderPane page = new BorderPane();
  private final StackPane root = new StackPane(page, empty);
  private final Frames frames = new Frames();

  private @Nullable EpisodeLibrary library;
  private @Nullable Replay replay;

  public ReplayPanel(Desk desk) {
    this.desk = desk;
    playback = new PlaybackBar(desk.notices()::done);
    pictures = new PictureBar(market, this::load, this::backToNow);
    arrange();
    new ReplayKeys(playback, market, this::backToNow).install(root);
    desk.appearance().palette().subscribe(this::paintIn);
    desk.workspace().current().addListener((property, old, run) -> open(run));
    open(desk.workspace().current().get());
  }

  private void arrange() {
    HBox middle = new HBox(GAP, market, ladder);
    HBox.setHgrow(market, Priority.ALWAYS);
    page.setTop(pictures);
    page.setCenter(middle);
    page.setBottom(new VBox(GAP, playback, readings));
    BorderPane.setMargin(middle, new Insets(GAP, 0, GAP, 0));
    page.setPadding(new Insets(GAP));
    empty.setId("replay-empty");
    empty.setWrapText(true);
    empty.getStyleClass().addAll("title-4", "text-muted");
    empty.setPadding(new Insets(GAP));
    root.setId("replay-panel");
    say("Choose a run under Runs: its evaluation is replayed here.");
  }

  private void paintIn(Palette palette) {
    PictureStyle style = palette.equals(Palette.LIGHT) ? PictureStyle.LIGHT : PictureStyle.DARK;
    market.style(style);
    ladder.style(style);
  }

  private void open(@Nullable RunFolder run) {
    replay = null;
    if (run == null) {
      library = null;
      say("Choose a run under Runs: its evaluation is replayed here.");
      return;
    }
    EpisodeLibrary opened = new EpisodeLibrary(run);
    library = opened;
    say("Reading the evaluation of " + run.name() + " …");
    desk.background()
        .compute(
            "Reading the evaluation",
            opened::contents,
            found -> {
              if (library == opened) {
                offer(run, found);
              }
            });
  }

  private void offer(RunFolder run, EpisodeLibrary.Contents found) {
    if (found.windows().isEmpty()) {
      say("The run " + run.name() + " has no evaluation yet. Start it, and let it run to its end.");
      return;
    }
    pictures.offer(found);
    load(pictures.policy(), pictures.window());
  }

  private void load(String policy, String window) {
    EpisodeLibrary from = library;
    if (from == null) {
      return;
    }
    desk.background()
        .compute(
            "Reading the recording",
            () -> from.load(policy, window),
            data -> {
              boolean wanted = policy.equals(pictures.policy()) && window.equals(pictures.window());
              if (library == from && wanted) {
                show(data);
              }
            });
  }

  private void show(ReplayData data) {
    Replay opened = new Replay(data);
    Replay before = replay;
    if (before != null && before.data().depth() == data.depth()) {
      opened.playback().seek(before.playback().cursor());
    } else {
      opened.playback().seek(data.startNs() + Camera.firstSpanNs(data)); // a picture full of market
    }
    replay = opened;
    market.show(data);
    ladder.show(data);
    playback.show(opened);
    pictures.showFillRule(data.episode().fillRule());
    empty.setVisible(false);
    page.setVisible(true);
  }

  private void say(String words) {
    empty.setText(words);
    empty.setVisible(true);
    page.setVisible(false);
  }

  private void backToNow() {
    Camera camera = market.camera();
    Replay shown = replay;
    if (camera != null && shown != null) {
      camera.backToNow(shown.data().ticks(shown.now().mid()));
    }
  }

  /** The replay on screen; null while there is none. */
  @Nullable Replay replay() {
    return replay;
  }

  /** Lets a time pass and brings the screen up to date. */
  void pulse(long wallNs) {
    Replay shown = replay;
    if (shown == null) {
      return;
    }
    shown.playback().advance(wallNs);
    long cursor = shown.playback().cursor();
    market.pulse(cursor);
    ladder.pulse(cursor);
    playback.pulse();
    readings.show(shown, market.hover().get());
  }

  @Override
  public String title() {
    return "Replay";
  }

  @Override
  public String icon() {
    return "mdmz-play_circle_outline";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    if (replay == null) {
      open(desk.workspace().current().get());
    }
    frames.start();
    root.requestFocus(); // its keys work at once
  }

  @Override
  public void hidden() {
    frames.stop();
    if (replay != null) {
      replay.playback().playingProperty().set(false);
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("replay-toggle", "Play or pause (Space)", "mdmz-play_arrow", playback::toggle),
        Command.of(
            "replay-to-next-fill",
            "Step to the next fill (F)",
            "mdal-fast_forward",
            () -> playback.forward(Step.FILL)),
        Command.of(
            "replay-to-previous-fill",
            "Step to the previous fill (Shift+F)",
            "mdal-fast_rewind",
            () -> playback.back(Step.FILL)),
        Command.of(
            "replay-to-largest-loss",
            "Jump to the largest loss (L)",
            "mdmz-trending_down",
            playback.jumps()::toLargestLoss),
        Command.of(
            "replay-to-largest-gain",
            "Jump to the largest gain (K)",
            "mdmz-trending_up",
            playback.jumps()::toLargestGain),
        Command.of(
            "replay-to-next-order",
            "Step to the next own order (O)",
            "mdmz-redo",
            () -> playback.forward(Step.ORDER)),
        Command.of("replay-follow", "Go back to now (N)", "mdmz-my_location", this::backToNow));
  }

  @Override
  public Map<String, String> keys() {
    return ReplayKeys.NAMES;
  }

  /** Passes the time between frames on. */
  private final class Frames extends AnimationTimer {
    /** A frame after a longer pause counts as this long, so that nothing is skipped. */
    private static final long LONGEST_FRAME_NS = 250_000_000;

    private long before;

    @Override
    public void start() {
      before = 0;
      super.start();
    }

    @Override
    public void handle(long nowNs) {
      long passed = before == 0 ? 0 : Math.min(LONGEST_FRAME_NS, nowNs - before);
      before = nowNs;
      pulse(passed);
    }
  }
}
