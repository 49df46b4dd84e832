package io.makerbench.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.evaluate.Table;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.catalogue.MadeRuns;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Two thousand runs in the table. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ManyRunsTest {
  private static final int MANY = 2000;
  private static final int ROWS = 200;

  @TempDir private static Path home;
  private static MadeRuns made;

  private final List<Integer> sizes = new CopyOnWriteArrayList<>();
  private PanelStage stage;
  private RunsPanel panel;
  private TableView<?> table;

  @BeforeAll
  static void makeRuns() throws IOException {
    made = new MadeRuns(home);
    made.makeMany(MANY, ROWS, "dqn", "ppo", "a2c");
  }

  @BeforeEach
  void open(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        30_000, () -> stage = new PanelStage(new Stage(), made.root(), this::panel));
    WaitForAsyncUtils.waitForFxEvents();
    PanelStage.await("all runs are listed", () -> table.getItems().size() == MANY);
  }

  private RunsPanel panel(Desk desk) {
    Settings settings = new Settings(home.resolve("home"), null, made.root());
    panel =
        new RunsPanel(
            desk,
            new RunDesk(desk, settings),
            settings,
            page -> {},
            (config, name) -> {},
            suggested -> Optional.of(home.resolve(suggested)));
    table =
        (TableView<?>)
            nodes(panel.view())
                .filter(n -> "runs-table".equals(n.getId()))
                .findFirst()
                .orElseThrow();
    table
        .getItems()
        .addListener((ListChangeListener<Object>) change -> sizes.add(table.getItems().size()));
    return panel;
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(
        30_000,
        () -> {
          stage.close();
          return true;
        });
  }

  private void give(String command) {
    Command given =
        panel.commands().stream().filter(c -> c.id().equals(command)).findFirst().orElseThrow();
    WaitForAsyncUtils.waitForAsyncFx(
        30_000,
        () -> {
          given.action().run();
          return true;
        });
  }

  @Test
  void theNewestAreShownWhileTheOthersAreRead(FxRobot robot) throws IOException {
    assertTrue(sizes.getFirst() < MANY / 10, "first " + sizes.getFirst());
    assertTrue(sizes.size() > 5, "in many steps: " + sizes);
    RunLine.Run first = (RunLine.Run) table.getItems().getFirst();
    assertEquals(1999, first.value("seed").number());
    robot.interact(() -> table.getSelectionModel().selectRange(3, 6));
    stage.theme(Theme.LIGHT);
    stage.picture("runs-many-light");
    stage.theme(Theme.DARK);
    stage.picture("runs-many-dark");
  }

  @Test
  void whatIsAskedForIsExportedAndCopied(FxRobot robot) throws IOException {
    robot.interact(() -> field("runs-filter").setText("agent=ppo seed<10"));
    PanelStage.await("few are left", () -> table.getItems().size() == 3);
    give("export-runs");
    Path file = home.resolve("runs.csv");
    PanelStage.await("the file is there", () -> Files.exists(file));
    Table exported = Table.parse(Files.readString(file), "export");
    assertEquals(3, exported.rows().size());
    assertEquals("7", exported.rows().getFirst().get(exported.columns().indexOf("seed")));
    assertFalse(exported.columns().contains("curve"));
  }

  private TextInputControl field(String id) {
    return (TextInputControl)
        nodes(panel.view()).filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
  }

  @Test
  void everyControlSaysWhatItIs(FxRobot robot) {
    robot.interact(() -> table.getSelectionModel().select(0));
    give("diff-runs");
    WaitForAsyncUtils.waitForFxEvents();
    List<Node> silent =
        nodes(panel.view())
            .filter(node ->
                node instanceof TextInputControl
                    || node instanceof ComboBoxBase<?>
                    || node instanceof TableView<?>
                    || node instanceof ButtonBase button
                        && (button.getText() == null || button.getText().isBlank()))
            .filter(node -> node.getAccessibleText() == null && node.getId() != null)
            .toList();
    assertEquals(List.of(), silent);
  }

  private static Stream<Node> nodes(Node node) {
    Stream<Node> below =
        node instanceof SplitPane split
            ? split.getItems().stream()
            : node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                : Stream.of();
    return Stream.concat(Stream.of(node), below.flatMap(ManyRunsTest::nodes));
  }
}
