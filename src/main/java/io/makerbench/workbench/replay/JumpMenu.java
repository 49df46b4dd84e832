package io.makerbench.workbench.replay;

import java.util.OptionalLong;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Places of a replay worth going to, and the bookmarks a user set. */
final class JumpMenu extends MenuButton {
  /** Place of the kill switch in the menu. */
  private static final int KILL = 3;

  private final Bookmarks bookmarks = new Bookmarks();
  private @Nullable Replay replay;

  JumpMenu() {
    super("Jump");
    PlaybackBar.describe(
        this, "replay-jumps", "Jump to the largest loss, gain or drawdown, or to a bookmark");
    setOnShowing(event -> fill());
    fill();
  }

  /** Jumps in this replay from now on. */
  void show(Replay shown) {
    replay = shown;
  }

  /** The instants a user marked. */
  Bookmarks bookmarks() {
    return bookmarks;
  }

  private void fill() {
    getItems()
        .setAll(
            item("Largest loss after a fill (L)", this::toLargestLoss),
            item("Largest gain after a fill (K)", this::toLargestGain),
            item("Largest drawdown (Shift+L)", this::toLargestDrawdown),
            item("Kill switch (X)", this::toKill),
            item("Bookmark here (B)", this::toggleBookmark),
            item("Next bookmark (G)", this::toNextBookmark),
            item("Bookmark before (Shift+G)", this::toPreviousBookmark));
    Replay shown = replay;
    boolean several = shown != null && !(shown.data().board() instanceof Board.None);
    getItems().get(KILL).setVisible(several);
    if (shown != null && several) {
      getItems().add(new IncidentMenu(shown, instant -> seek(whatever -> instant)));
    }
    for (long instant : bookmarks.all()) {
      getItems().add(item("★ " + AxisTicks.time(instant, 1), () -> seek(whatever -> instant)));
    }
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }

  void toLargestLoss() {
    seek(Replay::largestLoss);
  }

  void toLargestGain() {
    seek(Replay::largestGain);
  }

  void toLargestDrawdown() {
    seek(Replay::largestDrawdown);
  }

  /** The instant at which the kill switch was set; false where it was not. */
  boolean toKill() {
    Replay shown = replay;
    if (shown == null) {
      return false;
    }
    OptionalLong instant = shown.kill();
    instant.ifPresent(shown.playback()::seek);
    return instant.isPresent();
  }

  void toggleBookmark() {
    if (replay != null) {
      bookmarks.toggle(replay.playback().cursor());
    }
  }

  void toNextBookmark() {
    if (replay != null) {
      bookmarks.next(replay.playback().cursor()).ifPresent(replay.playback()::seek);
    }
  }

  void toPreviousBookmark() {
    if (replay != null) {
      bookmarks.previous(replay.playback().cursor()).ifPresent(replay.playback()::seek);
    }
  }

  private void seek(Function<Replay, Long> place) {
    if (replay != null) {
      replay.playback().seek(place.apply(replay));
    }
  }
}
