package io.makerbench.workbench.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.catalogue.ConfigDifference;
import io.makerbench.workbench.Journey;
import io.makerbench.workbench.PanelStage;
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
@Timeout(120)
class ConfigPanelTest {
  private static final Path MARKETS = Path.of("configs", "replay", "three-markets-2024.json");
  private static final Path PERP = Path.of("configs", "perp", "clone-heuristic.json");

  @TempDir Path folder;
  private PanelStage stage;
  private ConfigPanel panel;

  @Start
  void start(Stage shown) {
    Settings settings = new Settings(folder.resolve("home"), null, folder.resolve("runs"));
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel = new ConfigPanel(desk, new RunDesk(desk, settings), () -> {});
              return panel;
            });
  }

  @BeforeEach
  void awaitTheWholePage() {
    Journey.settle();
  }

  @AfterEach
  void close() {
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
  }
}
