package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.tape.Instrument;
import io.makerbench.workbench.panel.LatestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptLooksTest {
  private static final Instrument ONE = new Instrument("venue", "ONE", 0.1, 1);
  private static final Instrument TWO = new Instrument("venue", "TWO", 0.1, 1);
  private static final Look CARDS =
      Look.FIRST
          .with(Card.EVERYWHERE)
          .with(HeatLook.FIRST.in(HeatColours.GREY).cutOff(new CutOff(CutOff.Measure.SIZE, 1, 2)))
          .toggled(Column.VOLUME)
          .toggled(Layer.VWAP)
          .colouredBy(Horizon.S_1);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("replay.json");
  }

  @Test
  void eachInstrumentHasItsLookAndANewOneTheLast() {
    try (LatestFile file = new LatestFile(file())) {
      KeptLooks looks = new KeptLooks(file);
      assertEquals(Look.FIRST, looks.of(ONE));
      looks.keep(ONE, CARDS);
      assertEquals(CARDS, looks.of(TWO));
      Look never = CARDS.with(Recentre.NEVER);
      looks.keep(TWO, never);
      assertEquals(CARDS, looks.of(ONE));
    }
    try (LatestFile file = new LatestFile(file())) {
      KeptLooks later = new KeptLooks(file);
      assertEquals(CARDS, later.of(ONE));
      assertEquals(CARDS.with(Recentre.NEVER), later.of(TWO));
      later.keepForAll(later.of(TWO));
      assertEquals(later.of(TWO), later.of(ONE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"last\": 3", "{}", "{\"last\": {}, \"instruments\": {}}"})
  void aDamagedFileBeginsAnew(String text) throws IOException {
    Files.writeString(file(), text);
    try (LatestFile file = new LatestFile(file())) {
      assertEquals(Look.FIRST, new KeptLooks(file).of(ONE));
    }
  }
}
