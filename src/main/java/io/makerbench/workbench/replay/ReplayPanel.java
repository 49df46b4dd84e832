package io.makerbench.workbench.replay;

import io.makerbench.experiment.RunFolder;
import io.makerbench.system.TradingSystem;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.Panel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
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
  private final TradingSystem.Place place;
  private final Pictures pictures = new Pictures();
  private final Readings readings = new Readings();
  private final PlaybackBar playback;
  private final PictureBar choices;
  private final ExportBar export;
  private final Label empty = new Label();
  private final BorderPane page = new BorderPane();
  private final StackPane root = new StackPane(page, empty);
  private final Frames frames = new Frames();
  private final KeptLooks looks;
  private final KeptBookmarks marks;
  private final Bookmarks bookmarks;
  private final ReplayCommands commands;

  private @Nullable EpisodeLibrary library;
  private @Nullable MindReader minds;
  private @Nullable Replay replay;

  /**
   * @param place where recordings are found, to let a policy think once more
   */
  public ReplayPanel(Desk desk, TradingSystem.Place place) {
    this.desk = desk;
    this.place = place;
    playback = new PlaybackBar(desk.notices()::done);
    choices = new PictureBar(pictures, new Choices());
    looks = new KeptLooks(desk.workspace().kept("replay.json"));
    marks = new KeptBookmarks(desk.workspace().kept("bookmarks.json"));
    bookmarks = playback.jumps().bookmarks();
    bookmarks.onChange(this::keepMarks);
    export = new ExportBar(desk, pictures);
    choices.exportShown().subscribe(shown -> showExport());
    choices.agentShown().subscribe(this::think);
    pictures.onSeek(this::seek);
    pictures.looks().subscribe((old, look) -> keep(look));
    arrange();
    commands = new ReplayCommands(playback, choices, export, this::backToNow);
    playback.hint(commands);
    choices.hint(commands);
    new ReplayKeys(playback, pictures, commands).install(root);
    desk.appearance().palette().subscribe(this::paintIn);
    desk.workspace().current().addListener((property, old, run) -> open(run));
    open(desk.workspace().current().get());
  }

  private void arrange() {
    page.setTop(new VBox(GAP, choices, export));
    page.setCenter(pictures);
    page.setBottom(new VBox(GAP, playback, readings));
    BorderPane.setMargin(pictures, new Insets(GAP, 0, GAP, 0));
    page.setPadding(new Insets(GAP));
    empty.setId("replay-empty");
    empty.setWrapText(true);
    empty.getStyleClass().addAll("title-4", "text-muted");
    empty.setPadding(new Insets(GAP));
    root.setId("replay-panel");
    say("Choose a run under Runs: its evaluation is replayed here.");
  }

  private void paintIn(Palette palette) {
    pictures.style(PictureStyle.of(palette));
    playback.palette(palette);
    readings.measure(palette.lettering());
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
    minds = new MindReader(run, place);
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
    choices.offer(found);
    load();
  }

  private void load() {
    EpisodeLibrary from = library;
    if (from == null) {
      return;
    }
    String policy = choices.policy();
    String window = choices.window();
    String beside = choices.beside();
    desk.background()
        .compute(
            "Reading the recording",
            () -> Loaded.read(from, policy, window, beside),
            loaded -> {
              boolean wanted =
                  policy.equals(choices.policy())
                      && window.equals(choices.window())
                      && Objects.equals(beside, choices.beside());
              if (library == from && wanted) {
                show(from.run(), loaded);
              }
            });
  }

  /** A replay, and the episode of another policy of the same window where one is wanted. */
  private record Loaded(Replay replay, @Nullable ReplayData beside) {
    static Loaded read(EpisodeLibrary from, String policy, String window, @Nullable String beside) {
      ReplayData other = beside == null ? null : from.load(beside, window);
      return new Loaded(new Replay(from.load(policy, window)), other);
    }
  }

  private void show(RunFolder run, Loaded loaded) {
    Replay opened = loaded.replay();
    ReplayData data = opened.data();
    Replay before = replay;
    if (before != null && before.data().depth() == data.depth()) {
      opened.playback().seek(before.playback().cursor());
    } else {
      opened.playback().seek(data.startNs() + Camera.firstSpanNs(data)); // a picture full of market
    }
    replay = opened;
    pictures.show(data);
    pictures.look(looks.of(data.instrument()));
    choices.show(data);
    bookmarks.replace(marks.of(data));
    pictures.mark(bookmarks.all());
    pictures.showBeside(loaded.beside());
    playback.show(opened);
    export.show(opened, run.path());
    think();
    empty.setVisible(false);
    page.setVisible(true);
  }

  private void showExport() {
    if (choices.exportShown().get()) {
      export.open();
    } else {
      Pictures.visible(export, false);
    }
  }

  /** Finds out what the policy in front thought, once somebody wants to see it. */
  private void think() {
    Replay shown = replay;
    MindReader reader = minds;
    if (shown == null || reader == null || !choices.agentShown().get()) {
      return;
    }
    ReplayData data = shown.data();
    String policy = data.episode().policy();
    pictures.agent().show(data, new Mind.Unknown("Working out what " + policy + " thought …"));
    desk.background()
        .compute(
            "Working out what " + policy + " thought",
            () -> reader.read(data.episode()),
            mind -> {
              if (replay == shown) {
                pictures.agent().show(data, mind);
              }
            });
  }

  private void say(String words) {
    empty.setText(words);
    empty.setVisible(true);
    page.setVisible(false);
  }

  private void seek(long instantNs) {
    if (replay != null) {
      replay.playback().seek(instantNs);
    }
  }

  private void backToNow() {
    if (replay != null) {
      pictures.backToNow(replay);
    }
  }

  private void keep(Look look) {
    if (replay != null) {
      looks.keep(replay.data().instrument(), look);
    }
  }

  private void keepMarks() {
    if (replay != null) {
      marks.keep(replay.data(), bookmarks.all());
      pictures.mark(bookmarks.all());
      playback.mark();
    }
  }

  /** What is asked for in the bar above the pictures. */
  private final class Choices implements PictureBar.Asked {
    @Override
    public void choice() {
      load();
    }

    @Override
    public void backToNow() {
      ReplayPanel.this.backToNow();
    }

    @Override
    public void span(long spanNs) {
      Camera camera = pictures.camera();
      if (camera != null) {
        camera.showSpan(spanNs);
      }
    }

    @Override
    public void wholeWindow() {
      Camera camera = pictures.camera();
      if (camera != null && replay != null) {
        camera.showTime(replay.data().startNs(), replay.data().endNs());
      }
    }

    @Override
    public void lookForAll() {
      looks.keepForAll(pictures.look());
      desk.notices().done("All instruments look like this one now.");
    }

    @Override
    public void problem(String words) {
      desk.notices().done(words);
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
    pictures.pulse(cursor);
    playback.pulse();
    Camera camera = pictures.camera();
    choices.mark(
        camera == null || camera.following() ? PictureBar.Following.YES : PictureBar.Following.NO);
    readings.pulse(shown, pictures.market().hover().get());
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
  public Node finder() {
    return playback.jumpField();
  }

  @Override
  public List<Command> commands() {
    return commands.all();
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
