package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateTest {
  @TempDir private Path home;

  @Test
  void windowComesBackAsItWasLeft() throws IOException {
    WindowState state =
        new WindowState(10, 20, 1200, 800, true, Theme.DARK, "Runs", Map.of("config-split", 0.4));
    state.save(home.resolve("new"));
    assertEquals(state, WindowState.load(home.resolve("new")));
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
