package io.makerbench.workbench.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.catalogue.ConfigDifference;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Accordion;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(120)
class ConfigPanelTest {
  private static final Path MARKETS = Path.of("configs", "replay", "three-markets-2024.json");
  private static final Path PERP = Path.of("configs", "perp", "clone-heuristic.json");

  @TempDir Path folder;
  private PanelStage stage;
  private ConfigPanel panel;
  private RunDesk runs;

  @Start
  void start(Stage shown) {
    Settings settings = new Settings(folder.resolve("home"), null, folder.resolve("runs"));
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              runs = new RunDesk(desk, settings);
              panel = new ConfigPanel(desk, runs, () -> {});
              return panel;
            });
  }

  @BeforeEach
  void awaitTheWholePage(FxRobot robot) {
    PanelStage.await(
        "form and text are whole",
        () -> fields(robot, "note-seed") == 1 && fields(robot, "config-json") == 1);
  }

  @AfterEach
  void close() {
    List<RunHandle> atWork = WaitForAsyncUtils.waitForAsyncFx(5000, runs::close);
    atWork.forEach(run -> run.ended().join());
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private static CodeArea json(FxRobot robot) {
    return robot.lookup("#config-json").queryAs(CodeArea.class);
  }

  private void openMarkets(FxRobot robot) {
    robot.interact(() -> panel.open(MARKETS));
    PanelStage.await("the preset is open", () -> json(robot).getText().contains("venue-replay"));
  }

  private static List<String> sections(FxRobot robot) {
    return robot.lookup(".accordion").queryAs(Accordion.class).getPanes().stream()
        .map(TitledPane::getText)
        .toList();
  }

  private static TitledPane section(FxRobot robot, String title) {
    return robot.lookup(".accordion").queryAs(Accordion.class).getPanes().stream()
        .filter(pane -> pane.getText().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSearchLeavesTheSectionsThatHoldTheWords(FxRobot robot) {
    TextField search = robot.lookup("#config-search").queryAs(TextField.class);
    robot.interact(() -> search.setText("batch"));
    assertFalse(sections(robot).contains("General"), sections(robot).toString());
    assertTrue(sections(robot).contains("DQN"), sections(robot).toString());
    assertTrue(section(robot, sections(robot).getFirst()).isExpanded());
    robot.interact(search::clear);
    assertTrue(sections(robot).contains("General"), sections(robot).toString());
  }

  @Test
  void aSearchFindsKeysAndHelpToo(FxRobot robot) {
    TextField search = robot.lookup("#config-search").queryAs(TextField.class);
    robot.interact(() -> search.setText("dqn.lr"));
    assertEquals(List.of("DQN"), sections(robot));
    PanelStage.await("its field is made", () -> fields(robot, "field-dqn.lr") == 1);
    assertEquals(0, fields(robot, "field-dqn.batch_size"));
    robot.interact(() -> search.setText("every random stream"));
    assertEquals(List.of("General"), sections(robot));
  }

  private static long fields(FxRobot robot, String id) {
    return robot.lookup(node -> id.equals(node.getId())).queryAll().size();
  }

  @Test
  void onlyTheLearnerThatIsChosenHasASection(FxRobot robot) {
    assertTrue(sections(robot).contains("DQN") && !sections(robot).contains("PPO"));
    CodeArea text = json(robot);
    robot.interact(() -> {
      text.replaceText(text.getText().replace("\"type\" : \"dqn\"", "\"type\" : \"ppo\""));
      robot.lookup("#config-search").query().requestFocus();
    });
    PanelStage.await("the other is shown", () -> sections(robot).contains("PPO"));
    assertFalse(sections(robot).contains("DQN"), sections(robot).toString());
  }

  @Test
  void aHeadingCountsWhatWasChanged(FxRobot robot) {
    TextField seed = robot.lookup("#field-seed").queryAs(TextField.class);
    TitledPane general = section(robot, "General");
    assertNull(general.getGraphic());
    robot.interact(() -> {
      seed.requestFocus();
      seed.setText("7");
      json(robot).requestFocus();
    });
    assertEquals("1 changed", ((Label) general.getGraphic()).getText());
  }

  @Test
  void keysWithSeveralValuesMakeAsManyRuns(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#config-sides").queryAs(TabPane.class).getSelectionModel().select(2));
    ComboBox<String> keys = robot.lookup("#sweep-key").queryComboBox();
    robot.interact(() -> keys.setValue("seed"));
    robot.interact(() -> keys.setValue("dqn.lr"));
    TextField seeds = robot.lookup("#sweep-seed").queryAs(TextField.class);
    TextField rates = robot.lookup("#sweep-dqn-lr").queryAs(TextField.class);
    Label count = robot.lookup("#sweep-count").queryAs(Label.class);
    robot.interact(() -> {
      seeds.setText("1..3");
      rates.setText("1e-4, 7");
    });
    Label problem = robot.lookup("#sweep-problem").queryAs(Label.class);
    assertTrue(problem.getText().contains("from 0 to 1"), problem.getText());
    robot.interact(() -> rates.setText("1e-4, 1e-3"));
    assertEquals("3 × 2 = 6 runs", count.getText());
    assertFalse(problem.isVisible());
    robot.interact(() -> robot.lookup("#start-sweep").queryButton().fire());
    PanelStage.await("the runs are made", () -> RunFolder.list(folder.resolve("runs")).size() == 6);
    PanelStage.await("all are chosen", () -> stage.desk().workspace().selected().size() == 6);
  }

  @Test
  void theFormIsHeldAgainstARun(FxRobot robot) {
    new Runner(new Settings(folder.resolve("home"), null, folder.resolve("runs")))
        .create(
            folder.resolve("runs").resolve("earlier"), ConfigFiles.defaults().put("seed", 9), null);
    robot.interact(
        () -> robot.lookup("#config-sides").queryAs(TabPane.class).getSelectionModel().select(1));
    ComboBox<String> against = robot.lookup("#config-against").queryComboBox();
    robot.interact(against::show);
    PanelStage.await("runs are offered", () -> against.getItems().contains("Run earlier"));
    robot.interact(() -> against.setValue("Run earlier"));
    TableView<ConfigDifference.Row> table = robot.lookup("#config-differences").queryTableView();
    PanelStage.await("it is read", () -> !table.getItems().isEmpty());
    assertEquals(
        List.of("seed"), table.getItems().stream().map(ConfigDifference.Row::key).toList());
  }

  @Test
  void marketsAreAForm(FxRobot robot) {
    openMarkets(robot);
    assertTrue(sections(robot).contains("Market 3"), sections(robot).toString());
    robot.interact(() -> section(robot, "Market").setExpanded(true));
    Button add = robot.lookup("#add-markets").queryAs(Button.class);
    robot.interact(add::fire);
    assertTrue(sections(robot).contains("Market 4"), sections(robot).toString());
    MenuButton remove = robot.lookup("#remove-markets").queryAs(MenuButton.class);
    robot.interact(() -> remove.getItems().getFirst().fire());
    assertFalse(sections(robot).contains("Market 4"), sections(robot).toString());
  }

  @Test
  void aFileDraggedInIsOpened(FxRobot robot) {
    robot.interact(() -> panel.drop(List.of(MARKETS.toFile())));
    PanelStage.await("the file is open", () -> json(robot).getText().contains("venue-replay"));
    assertTrue(
        robot.lookup("#config-origin").queryAs(Label.class).getText().contains("three-markets"));
  }

  @Test
  void whatCannotBeOpenedLeavesTheFormAndSaysWhy(FxRobot robot) throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"seeds\": 3}");
    String before = json(robot).getText();
    robot.interact(() -> panel.drop(List.of(MARKETS.toFile(), wrong.toFile())));
    assertTrue(stage.notices().getLast().contains("2 were dropped"), stage.notices().toString());
    robot.interact(() -> panel.drop(List.of(wrong.toFile())));
    PanelStage.await("it is refused", () -> stage.notices().size() == 2);
    assertTrue(stage.notices().getLast().contains("seeds"), stage.notices().toString());
    assertEquals(before, json(robot).getText());
  }

  @Test
  void ofALargeFormOnlyTheFieldsThatAreOpenedAreMade(FxRobot robot) {
    openMarkets(robot);
    List<TitledPane> panes = robot.lookup(".accordion").queryAs(Accordion.class).getPanes();
    assertTrue(panes.size() > 20, panes.size() + " sections");
    assertEquals(1, panes.stream().filter(pane -> pane.getContent() != null).count());
    robot.interact(() -> section(robot, "Market 2").setExpanded(true));
    assertEquals(2, panes.stream().filter(pane -> pane.getContent() != null).count());
    PanelStage.await(
        "what is open has room for its fields", () -> section(robot, "Market 2").getHeight() > 200);
    stage.settle();
    robot.interact(() -> panel.open(PERP));
    PanelStage.await("another is open", () -> !sections(robot).contains("Market 2"));
    assertTrue(section(robot, "General").isExpanded());
  }

  @Test
  void wrongValueIsMarkedWhileItIsTypedAndExplainedWhenItIsLeft(FxRobot robot) {
    TextField seed = robot.lookup("#field-seed").queryAs(TextField.class);
    Label note = robot.lookup("#note-seed").queryAs(Label.class);
    String help = note.getText();
    robot.interact(() -> {
      seed.requestFocus();
      seed.setText("many");
    });
    assertTrue(seed.getPseudoClassStates().contains(Styles.STATE_DANGER));
    assertEquals(help, note.getText(), "nothing is explained while it is typed");
    robot.interact(() -> json(robot).requestFocus());
    assertTrue(note.getText().contains("whole number"), note.getText());
    int wrong = ProblemLine.of(new io.makerbench.config.Problem("seed", ""), json(robot).getText());
    assertEquals(
        List.of("json-wrong"), List.copyOf(json(robot).getParagraph(wrong).getParagraphStyle()));
    robot.interact(() -> {
      seed.requestFocus();
      seed.setText("7");
    });
    assertFalse(seed.getPseudoClassStates().contains(Styles.STATE_DANGER));
  }

  @Test
  void differencesAreThoseToTheChosenStandard(FxRobot robot) {
    openMarkets(robot);
    robot.interact(
        () -> robot.lookup("#config-sides").queryAs(TabPane.class).getSelectionModel().select(1));
    TableView<ConfigDifference.Row> table = robot.lookup("#config-differences").queryTableView();
    assertFalse(table.getItems().isEmpty(), "the preset is not the default");
    ComboBox<String> against = robot.lookup("#config-against").queryComboBox();
    robot.interact(() -> against.setValue("As opened"));
    assertEquals(List.of(), table.getItems());
    TextField seed = robot.lookup("#field-seed").queryAs(TextField.class);
    robot.interact(() -> {
      seed.requestFocus();
      seed.setText("7");
      against.requestFocus();
    });
    assertEquals(
        List.of("seed"), table.getItems().stream().map(ConfigDifference.Row::key).toList());
  }

  @Test
  void looksRightInBothThemes(FxRobot robot) throws IOException {
    openMarkets(robot);
    Accordion form = robot.lookup(".accordion").queryAs(Accordion.class);
    robot.interact(() ->
        json(robot)
            .replaceText(json(robot).getText().replace("\"seed\" : 42", "\"seed\" : \"a\"")));
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      robot.interact(() -> {
        form.getPanes().forEach(pane -> pane.setExpanded(false));
        form.getPanes().get(theme == Theme.DARK ? 0 : 3).setExpanded(true);
      });
      stage.settle();
      stage.picture("config-" + theme.name().toLowerCase(Locale.ROOT));
    }
    robot.interact(
        () -> robot.lookup("#config-sides").queryAs(TabPane.class).getSelectionModel().select(1));
    stage.settle();
    stage.picture("config-differences-light");
    robot.interact(
        () -> robot.lookup("#config-sides").queryAs(TabPane.class).getSelectionModel().select(2));
    ComboBox<String> keys = robot.lookup("#sweep-key").queryComboBox();
    robot.interact(() -> json(robot).replaceText(json(robot).getText().replace("\"a\"", "42")));
    stage.settle();
    robot.interact(() -> {
      keys.setValue("seed");
      keys.setValue("dqn.lr");
      robot.lookup("#sweep-seed").queryAs(TextField.class).setText("1..3");
      robot.lookup("#sweep-dqn-lr").queryAs(TextField.class).setText("1e-4, 7");
    });
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.settle();
      stage.picture("config-sweep-" + theme.name().toLowerCase(Locale.ROOT));
      robot.interact(
          () -> robot.lookup("#sweep-dqn-lr").queryAs(TextField.class).setText("1e-4, 1e-3"));
    }
  }
}
