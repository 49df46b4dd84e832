package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateTest {
  @TempDir private Path home;

  @Test
  void windowComesBackAsItWasLeft() throws IOException {
    WindowState state =
        new WindowState(10, 20, 1200, 800, true, "Runs", Map.of("config-split", 0.4), Map.of());
    state.save(home.resolve("new"));
    assertEquals(state, WindowState.load(home.resolve("new")));
  }

  @Test
  void windowOfAScreenThatIsGoneComesUpOnTheOneThatIsLeft() {
    WindowState left = new WindowState(2500, -40, 1600, 900, false, "Runs", Map.of(), Map.of());
    Rectangle2D laptop = new Rectangle2D(0, 25, 1280, 775);
    assertEquals(laptop, left.on(List.of(laptop)));
    Rectangle2D second = new Rectangle2D(1280, -200, 1920, 1080);
    assertEquals(new Rectangle2D(1600, -40, 1600, 900), left.on(List.of(laptop, second)));
  }

  @Test
  void windowThatIsOnItsScreenStaysWhereItWas() {
    WindowState left = new WindowState(10, 20, 1200, 800, false, "Runs", Map.of(), Map.of());
    Rectangle2D screen = new Rectangle2D(0, 0, 1920, 1080);
    assertEquals(new Rectangle2D(10, 20, 1200, 800), left.on(List.of(screen)));
  }

  @Test
  void damagedFileOpensTheFirstWindow() throws IOException {
    Files.writeString(home.resolve("window.json"), "{\"x\": ");
    assertEquals(WindowState.FIRST, WindowState.load(home));
  }

  @Test
  void userWithoutAFileGetsTheFirstWindow() {
    assertEquals(WindowState.FIRST, WindowState.load(home));
  }
}
