package io.makerbench.workbench;

import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.compare.ComparePanel;
import io.makerbench.workbench.config.ConfigPanel;
import io.makerbench.workbench.data.DataPanel;
import io.makerbench.workbench.monitor.MonitorPanel;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.Background;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.Theme;
import io.makerbench.workbench.panel.Workspace;
import io.makerbench.workbench.replay.ReplayPanel;
import io.makerbench.workbench.report.FileChoice;
import io.makerbench.workbench.report.ReportPanel;
import io.makerbench.workbench.runs.DesktopPrograms;
import io.makerbench.workbench.runs.RunsPanel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The window: its parts put together on a stage. JavaFX thread only. */
public final class Workbench {
  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
  private static final double SMALLEST_WIDTH = 900;
  private static final double SMALLEST_HEIGHT = 600;
  private static final long LONGEST_FAREWELL_SECONDS = 10;

  private final Settings settings;
  private final Stage stage;
  private final ToastNotices notices = new ToastNotices();
  private final Appearance appearance = new Appearance();
  private final Background background = new Background(notices);
  private final Workspace workspace;
  private final RunDesk runs;
  private final ConfigPanel config;
  private final DataPanel data;
  private final List<Panel> panels;
  private final StatusLine status;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Shell shell;

  public Workbench(Settings settings, Stage stage) {
    this(settings, stage, null);
  }

  /**
   * The same.
   *
   * @param folders answers where reports are saved; null asks the user by the desktop's dialog
   */
  Workbench(Settings settings, Stage stage, @Nullable FileChoice folders) {
    this.settings = settings;
    this.stage = stage;
    workspace = new Workspace(settings.runs());
    Desk desk = new Desk(workspace, appearance, notices, background);
    runs = new RunDesk(desk, settings);
    config = new ConfigPanel(desk, runs, () -> go("Training"));
    data = new DataPanel(desk, settings, null, this::configure);
    panels = panels(desk, folders);
    status = new StatusLine(runs);
    shell = new Shell(panels, windowCommands(), helpCommands(), status.view(), notices.view());
  }

  private List<Panel> panels(Desk desk, @Nullable FileChoice folders) {
    return List.of(
        new RunsPanel(desk, runs, settings, this::go, config::openCopy, null),
        config,
        data,
        new MonitorPanel(desk, runs),
        new ReplayPanel(desk, settings.place()),
        new ComparePanel(desk),
        new ReportPanel(desk, this::browse, folders));
  }

  private void configure(ObjectNode tree, String from) {
    config.replace(tree, from);
    go(config.title());
  }

  private void browse(Path page) {
    background.run("Opening " + page, () -> DesktopPrograms.open(page));
  }

  private List<Command> windowCommands() {
    return List.of(
        Command.of("theme-button", "Light or dark", "mdoal-brightness_medium", appearance::toggle)
            .on("Shortcut+T"),
        Command.of("theme-light", "Light", "mdoal-brightness_7", () -> theme(Theme.LIGHT)),
        Command.of("theme-dark", "Dark", "mdoal-brightness_4", () -> theme(Theme.DARK)),
        Command.of(
            "theme-system",
            "Light or dark as the desktop",
            "mdoal-brightness_auto",
            () -> theme(Theme.SYSTEM)),
        Command.of(
                "full-screen",
                "Full screen",
                "mdoal-fullscreen",
                () -> stage.setFullScreen(!stage.isFullScreen()))
            .on("F11"),
        Command.of("close", "Close", "mdoal-close", stage::close).on("Shortcut+Q"));
  }

  private List<Command> helpCommands() {
    HelpDialogs help = new HelpDialogs(stage, panels);
    return List.of(
        Command.of(
                "shortcuts", "Shortcuts", "mdoal-keyboard", () -> help.shortcuts(windowCommands()))
            .on("F1"),
        Command.of(
            "about",
            "About Makerbench",
            "mdoal-info",
            () -> help.about(settings.runs().toAbsolutePath())));
  }

  private void theme(Theme theme) {
    appearance.theme().set(theme);
  }

  /** Brings the page of a title to the front. */
  public void go(String title) {
    shell.navigation().show(title);
  }

  /** Shows the window as it was left; a configuration, where one is given, is in the form. */
  public void show(@Nullable Path configuration) {
    WindowState state = WindowState.load(settings.home());
    appearance.theme().set(state.theme());
    appearance.install();
    Thread.currentThread().setUncaughtExceptionHandler(this::unexpected);
    Thread.setDefaultUncaughtExceptionHandler(this::unexpected);
    stage.setTitle("Makerbench");
    stage.setScene(new Scene(shell.view(), state.width(), state.height()));
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    place(state);
    stage.setOnHiding(event -> close());
    stage.show();
    panels.forEach(panel -> restoreDividers(panel, state.dividers()));
    go(configuration == null ? state.panel() : config.title());
    if (configuration != null) {
      config.open(configuration);
    }
  }

  private void place(WindowState state) {
    Rectangle2D window =
        new Rectangle2D(
            Double.isNaN(state.x()) ? 0 : state.x(),
            Double.isNaN(state.y()) ? 0 : state.y(),
            state.width(),
            state.height());
    boolean onScreen =
        Screen.getScreens().stream().anyMatch(screen -> screen.getBounds().contains(window));
    if (!Double.isNaN(state.x()) && onScreen) {
      stage.setX(state.x());
      stage.setY(state.y());
    }
    stage.setMaximized(state.maximized());
  }

  private static void restoreDividers(Panel panel, Map<String, Double> dividers) {
    for (SplitPane split : Shell.splits(panel)) {
      Double position = dividers.get(split.getId());
      if (position != null) {
        split.setDividerPositions(position);
      }
    }
  }

  private void unexpected(Thread thread, Throwable failure) {
    notices.failed(
        "Something went wrong that should not: " + failure + ". The log holds the trace.", failure);
  }

  /** Where the user's choices of this window are held. */
  public Workspace workspace() {
    return workspace;
  }

  private void close() {
    shell.navigation().front().hidden();
    status.stop();
    data.close();
    remember();
    stopRuns();
  }

  /** Done when the window is closed and its runs have come to rest; waiting is not for JavaFX. */
  public CompletableFuture<Void> closed() {
    return closed;
  }

  /**
   * Gives the runs a while to stop at a checkpoint; one that takes longer resumes from its last.
   * The window is gone meanwhile.
   */
  private void stopRuns() {
    CompletableFuture<?>[] ends =
        runs.close().stream().map(RunHandle::ended).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS)
        .whenComplete((ended, failure) -> {
          background.close();
          closed.complete(null);
        });
  }

  private void remember() {
    Map<String, Double> dividers = new HashMap<>(WindowState.load(settings.home()).dividers());
    for (Panel panel : panels) {
      for (SplitPane split : Shell.splits(panel)) {
        if (split.getDividerPositions().length > 0) {
          dividers.put(split.getId(), split.getDividerPositions()[0]);
        }
      }
    }
    WindowState state =
        new WindowState(
            stage.getX(),
            stage.getY(),
            stage.getScene().getWidth(),
            stage.getScene().getHeight(),
            stage.isMaximized(),
            appearance.theme().get(),
            shell.navigation().front().title(),
            dividers);
    try {
      state.save(settings.home());
    } catch (IOException e) {
      LOG.warn("The window's layout could not be kept in {}", settings.home(), e);
    }
  }
}
