package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.TextSize;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The size of text a user chose reaches what is drawn in the replay. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class LargeTextReplayTest {
  private static final int LARGEST = 20;

  private static final List<Theme> SHOWN = List.of(Theme.LIGHT, Theme.DARK, Theme.CONTRAST);

  @TempDir static Path folder;

  private ReplayStage stage;

  @Start
  void start(Stage shown) {
    stage = new ReplayStage(shown, folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void pictures(String name) throws IOException {
    for (int size : List.of(11, 13, LARGEST)) {
      stage.stage().textSize(size);
      for (Theme theme : size == LARGEST ? SHOWN : List.of(Theme.LIGHT)) {
        stage.stage().theme(theme);
        stage.stage().settle();
        stage.stage().picture(name + "-" + size + "-" + theme.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void axesLadderAndMindGrow(FxRobot robot) throws IOException {
    stage.open(EvaluatedRun.synthetic(folder.resolve("market")));
    stage.seekMiddle();
    Pictures pictures = stage.pictures();
    for (Column column : Column.values()) {
      robot.interact(() -> pictures.look(pictures.look().toggled(column)));
    }
    robot.interact(() ->
        pictures.look(
            pictures
                .look()
                .changed(Column.BOOK, one -> one.in(ColumnLook.Form.BOTH))
                .changed(Column.TRADES, one -> one.in(ColumnLook.Form.NUMBERS))));
    robot.type(KeyCode.F, KeyCode.F);
    stage.awaitPicture();
    pictures("letters-replay");
    LadderView ladder = (LadderView) robot.lookup("#replay-ladder").query();
    LadderRoom room = new LadderRoom(new Lettering(LARGEST));
    assertEquals(room.width(), ladder.getWidth());
    assertEquals(
        (int) ((ladder.getHeight() - room.header()) / room.row()),
        ladder.ladder().bidLots().length);
    PictureLayout layout = stage.market().shown().layout();
    double right = stage.market().getWidth() - layout.width() - layout.columns();
    assertEquals(new Lettering(LARGEST).px(82), right, "axis of prices");
    robot.interact(() -> pictures.look(Look.FIRST));
    robot.type(KeyCode.A);
    stage.awaitPicture();
    pictures("letters-mind");
  }

  @Test
  void theBoardGrows(FxRobot robot) throws IOException {
    stage.open(EvaluatedRun.desk(folder.resolve("desk")));
    robot.type(KeyCode.F);
    stage.stage().settle();
    Node row = robot.lookup("#replay-venues-venue-0").query();
    double before = row.getLayoutBounds().getHeight();
    pictures("letters-board");
    assertTrue(row.getLayoutBounds().getHeight() >= Math.floor(before * LARGEST / 13));
  }

  @Test
  void figuresFitTheirColumns() {
    for (int size : TextSize.ALL) {
      Lettering letters = new Lettering(size);
      LadderRoom room = new LadderRoom(letters);
      fits("59,994.75", letters.smallBold(), room.priceWidth());
      fits("12,345.6", letters.small(), room.sideWidth());
      fits("Ahead", letters.smallBold(), room.bidLeft());
      fits("60 s", letters.smallBold(), room.width() - room.tradedLeft());
      assertTrue(height(letters) <= room.row(), "rows at " + size + " px");
      fits("109,994.75", letters.smallBold(), letters.px(82));
    }
  }

  private static void fits(String words, Font font, double room) {
    assertTrue(Lettering.width(words, font) <= room, words + " at " + font.getSize());
  }

  private static double height(Lettering letters) {
    Text text = new Text("0");
    text.setFont(letters.smallBold());
    return text.getLayoutBounds().getHeight();
  }
}
