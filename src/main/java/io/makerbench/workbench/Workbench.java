package io.makerbench.workbench;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.compare.ComparePanel;
import io.makerbench.workbench.config.ConfigPanel;
import io.makerbench.workbench.data.DataPanel;
import io.makerbench.workbench.log.LogPanel;
import io.makerbench.workbench.log.ProgramLog;
import io.makerbench.workbench.monitor.MonitorPanel;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.Background;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CopyMenu;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Draft;
import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.Preferences;
import io.makerbench.workbench.panel.Steps;
import io.makerbench.workbench.panel.Tasks;
import io.makerbench.workbench.panel.Workspace;
import io.makerbench.workbench.preferences.PreferencesPanel;
import io.makerbench.workbench.replay.ReplayPanel;
import io.makerbench.workbench.report.FileChoice;
import io.makerbench.workbench.report.ReportPanel;
import io.makerbench.workbench.runs.DesktopPrograms;
import io.makerbench.workbench.runs.RunsPanel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The window: its parts put together on a stage. JavaFX thread only. */
public final class Workbench {
  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
  private static final double SMALLEST_WIDTH = 800;
  private static final double SMALLEST_HEIGHT = 480;
  private static final long LONGEST_FAREWELL_SECONDS = 10;

  private final Settings settings;
  private final Stage stage;
  private final ToastNotices notices = new ToastNotices(this::showLog);
  private final Appearance appearance = new Appearance();
  private final Tasks tasks = new Tasks();
  private final Background background = new Background(notices, tasks);
  private final Workspace workspace;
  private final RunDesk runs;
  private final ConfigPanel config;
  private final List<Panel> panels;
  private final ProgramLog log;
  private final LogPanel logPage;
  private final PreferencesPanel preferences;
  private final ApartPages apart;
  private final MemoryMeter memory;
  private final StatusLine status;
  private final CompletableFuture<Void> seen = new CompletableFuture<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Navigation navigation;
  private final RecoveryBar recovery = new RecoveryBar();
  private final LastEnd lastEnd;
  private final Tour tour;
  private final HelpSide help;
  private final CommandPalette palette;
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
    log = new ProgramLog(settings.home());
    logPage = new LogPanel(log, this::browse);
    workspace = new Workspace(settings.runs(), settings.home());
    lastEnd = new LastEnd(settings.home());
    Desk desk = new Desk(workspace, appearance, notices, background, tasks);
    runs = new RunDesk(desk, settings);
    new RunTasks(runs, tasks);
    config = new ConfigPanel(desk, runs, () -> go("Training"));
    panels = panels(desk, folders);
    preferences = new PreferencesPanel(desk, settings, this::browse);
    navigation = new Navigation(panels);
    apart = new ApartPages(navigation, appearance, workspace.keymap());
    appearance.palette().subscribe(palette -> navigation.restyle());
    memory = new MemoryMeter(background, notices);
    status = new StatusLine(runs, tasks, memory);
    tour = new Tour(workspace.habits());
    help = new HelpSide(workspace.keymap(), this::toggleHelp, tour::begin);
    navigation.front().subscribe(front -> Optional.ofNullable(front).ifPresent(help::show));
    List<Command> pages = WindowCommands.pages(panels, navigation::show);
    List<Command> window = windowCommands();
    List<Command> helping = helpCommands();
    rule(pages, window, helping);
    Offered offered = new Offered(desk, panels, navigation.front(), this::open, this::show);
    palette = new CommandPalette(workspace.habits(), offered::known, offered::late);
    navigation.foot(List.of(window.get(0), window.get(1), window.get(3), helping.getFirst()));
    shell =
        new Shell(
            navigation,
            Shell.menus(workspace.keymap(), RecentMenu.of(workspace.habits(), this::open)),
            recovery.view(),
            List.of(new TaskList(tasks).view(), status.view()),
            List.of(notices.view(), tour.view(), palette.view()),
            appearance.sheet());
    shell.view().addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this::explain);
  }

  /** The keys of every command, as the user wants them. */
  private void rule(List<Command> pages, List<Command> window, List<Command> helping) {
    Keymap keymap = workspace.keymap();
    keymap.rule("Go", pages);
    panels.forEach(panel -> keymap.rule(panel.title(), panel.commands()));
    keymap.rule("Window", window);
    keymap.rule("Help", helping);
    keymap.rule("Help", logPage.commands());
  }

  private List<Panel> panels(Desk desk, @Nullable FileChoice folders) {
    return List.of(
        new RunsPanel(desk, runs, settings, this::go, config::openCopy, null),
        config,
        new DataPanel(desk, settings, null, this::configure),
        new MonitorPanel(desk, runs),
        new ReplayPanel(desk, settings.place()),
        new ComparePanel(desk, settings, folders),
        new ReportPanel(desk, settings.home(), this::browse, folders));
  }

  private void configure(ObjectNode tree, String from) {
    config.replace(tree, from);
    go(config.title());
  }

  private void browse(Path page) {
    background.run("Opening " + page, () -> DesktopPrograms.open(page));
  }

  private List<Command> windowCommands() {
    List<Command> window = new ArrayList<>();
    window.add(WindowCommands.theme(appearance));
    window.add(WindowCommands.find(() -> palette.toggle()));
    window.add(WindowCommands.tasks(() -> tasks.open().set(!tasks.open().get())));
    window.add(WindowCommands.preferences(() -> navigation.toggle(preferences)));
    window.add(WindowCommands.findOnPage(this::findOnPage));
    window.add(WindowCommands.saveOnPage(this::saveOnPage));
    window.add(WindowCommands.closeOpen(this::closeOpen));
    window.add(WindowCommands.apart(apart::moveFront));
    window.add(
        Command.of(
            "copy-in-front",
            "Copy the table or picture",
            "mdal-content_copy",
            () -> copy(CopyMenu.Form.SHOWN)));
    window.add(
        Command.of(
            "copy-points",
            "Copy the points of the picture",
            "mdoal-grid_on",
            () -> copy(CopyMenu.Form.POINTS)));
    window.add(
        Command.of("free-memory", "Free unused memory", "mdomz-memory", () -> memory.free()));
    window.addAll(WindowCommands.text(appearance.textSize()));
    window.addAll(WindowCommands.others(stage, appearance));
    return window;
  }

  private List<Command> helpCommands() {
    HelpDialogs dialogs = new HelpDialogs(stage, workspace.keymap(), panels, appearance.sheet());
    return List.of(
        WindowCommands.help(this::toggleHelp),
        Command.of("show-log", "Log", "mdoal-article", () -> navigation.toggle(logPage)).on("F12"),
        Command.of("shortcuts", "Shortcuts", "mdoal-keyboard", dialogs::shortcuts).on("Shift+F1"),
        Command.of("tour-again", "Tour of the window", "mdoal-explore", tour::begin),
        Command.of(
            "about",
            "About Makerbench",
            "mdoal-info",
            () -> dialogs.about(settings.runs().toAbsolutePath())));
  }

  /** What has the focus, or else the first on the page. */
  private void copy(CopyMenu.Form form) {
    Node page = navigation.listed().view();
    Node focused = stage.getScene().getFocusOwner();
    if (CopyMenu.copy(focused == null ? page : focused, page, form)) {
      notices.done("Copied.");
    } else {
      notices.done("There is nothing to copy on this page yet.");
    }
  }

  private void showLog() {
    navigation.show(logPage);
  }

  private void findOnPage() {
    Optional.ofNullable(navigation.front().get()).map(Panel::finder).ifPresent(Node::requestFocus);
  }

  private void saveOnPage() {
    Optional.ofNullable(navigation.front().get())
        .map(Panel::saver)
        .filter(saver -> saver.enabled().get())
        .ifPresentOrElse(
            saver -> saver.action().run(),
            () -> notices.done("There is nothing to save on this page."));
  }

  /** What was opened last beside or over the page, the page itself never. */
  private void closeOpen() {
    if (!navigation.back() && !shell.closeBeside()) {
      tasks.open().set(false);
    }
  }

  private void toggleHelp() {
    shell.toggleBeside(help.view());
  }

  /** While the help is open it says what the pointer is over. */
  private void explain(MouseEvent event) {
    if (help.view().getScene() != null) {
      help.point(event.getTarget());
    }
  }

  private void open(Path configuration) {
    go(config.title());
    config.open(configuration);
  }

  private void show(RunFolder run, String page) {
    workspace.select(List.of(run));
    go(page);
  }

  /** Brings the page of a title to the front. */
  public void go(String title) {
    navigation.show(title);
  }

  /** Shows the window as it was left; a configuration, where one is given, is in the form. */
  public void show(@Nullable Path configuration) {
    WindowState state = WindowState.load(settings.home());
    follow(workspace.preferences());
    appearance.install();
    Thread.currentThread().setUncaughtExceptionHandler(this::unexpected);
    Thread.setDefaultUncaughtExceptionHandler(this::unexpected);
    stage.setTitle("Makerbench");
    Rectangle2D window =
        state.on(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    stage.setScene(new Scene(shell.view(), window.getWidth(), window.getHeight()));
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    place(window, state.maximized());
    stage.setOnHiding(event -> close());
    stage.show();
    panels.forEach(panel -> restoreDividers(panel, state.dividers()));
    Steps.afterPainting(() -> {
      seen.complete(null);
      fill(configuration, state);
      ready.complete(null);
    });
  }

  private void follow(Preferences chosen) {
    appearance.theme().set(chosen.theme());
    appearance.textSize().set(chosen.textSize());
    appearance.theme().subscribe(theme -> chosen.theme(theme));
    appearance.textSize().subscribe(size -> chosen.textSize(size.intValue()));
  }

  /** The first page costs more than the frame around it, which is seen meanwhile. */
  private void fill(@Nullable Path configuration, WindowState state) {
    navigation.begin(configuration == null ? state.panel() : config.title());
    panels.stream()
        .filter(panel -> state.apart().containsKey(panel.title()))
        .forEach(panel -> apart.move(panel, state.apart().get(panel.title())));
    if (configuration != null) {
      config.open(configuration);
    }
    offerWhatWasLeft();
    tour.offer();
  }

  /** Done when the window's frame is painted. */
  public CompletableFuture<Void> seen() {
    return seen;
  }

  /** Done when its first page is in front. */
  public CompletableFuture<Void> ready() {
    return ready;
  }

  /** After a kill the runs it cut off and the form are offered; nothing is asked for. */
  private void offerWhatWasLeft() {
    boolean killed = lastEnd.open();
    workspace
        .draft()
        .left()
        .ifPresent(form ->
            recovery.offerForm(
                form.origin(), () -> bringBack(form), () -> workspace.draft().drop()));
    background.compute(
        "Looking for runs that were cut off",
        () -> killed ? runs.unfinished() : runs.leftOver(),
        left -> recovery.offerRuns(left, () -> left.forEach(runs::resume), runs::leaveUnfinished));
  }

  private void bringBack(Draft.Kept form) {
    go(config.title());
    config.restore(form);
  }

  private void place(Rectangle2D window, boolean maximized) {
    if (!Double.isNaN(window.getMinX())) {
      stage.setX(window.getMinX());
      stage.setY(window.getMinY());
    }
    stage.setMaximized(maximized);
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
    Optional.ofNullable(navigation.front().get()).ifPresent(Panel::hidden);
    status.stop();
    appearance.close();
    tasks.close();
    remember();
    apart.close();
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
          workspace.close();
          lastEnd.close();
          log.close();
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
            navigation.listed().title(),
            dividers,
            apart.places());
    try {
      state.save(settings.home());
    } catch (IOException e) {
      LOG.warn("The window's layout could not be kept in {}", settings.home(), e);
    }
  }
}
