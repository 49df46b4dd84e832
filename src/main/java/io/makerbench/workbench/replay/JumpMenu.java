package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Command;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Places of a replay worth going to, and the bookmarks a user set. */
final class JumpMenu extends MenuButton {
  /** The command that only desks of several venues have a use for. */
  private static final String KILL = "replay-to-kill";

  private final Bookmarks bookmarks = new Bookmarks();
  private List<Command> places = List.of();
  private @Nullable Replay replay;

  JumpMenu() {
    super("Jump");
    PlaybackBar.describe(
        this, "replay-jumps", "Jump to the largest loss, gain or drawdown, or to a bookmark");
    setOnShowing(event -> fill());
  }

  /** Jumps in this replay from now on. */
  void show(Replay shown) {
    replay = shown;
  }

  /** The instants a user marked. */
  Bookmarks bookmarks() {
    return bookmarks;
  }

  /** Has these places to go to, before those of the replay shown. */
  void offer(List<Command> those) {
    places = those;
    fill();
  }

  private void fill() {
    getItems().setAll(places.stream().map(one -> item(one.hint(), one.action())).toList());
    Replay shown = replay;
    boolean several = shown != null && !(shown.data().board() instanceof Board.None);
    for (int i = 0; i < places.size(); i++) {
      getItems().get(i).setVisible(several || !places.get(i).id().equals(KILL));
    }
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
