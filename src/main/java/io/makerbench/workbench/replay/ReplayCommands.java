package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** What can be done with a replay by a key of its own, which a user may change. */
final class ReplayCommands {
  private final List<Command> all = new ArrayList<>();
  private final PlaybackBar bar;

  ReplayCommands(PlaybackBar bar, PictureBar choices, ExportBar export, Runnable backToNow) {
    this.bar = bar;
    add("toggle", "Play or pause", "mdmz-play_arrow", "Space", bar::toggle);
    step(Step.FILL, "mdal-fast_forward", "mdal-fast_rewind", "F");
    step(Step.ORDER, "mdmz-redo", "mdmz-undo", "O");
    step(Step.DECISION, "mdmz-skip_next", "mdmz-skip_previous", "D");
    step(Step.TRADE, "mdmz-skip_next", "mdmz-skip_previous", "T");
    step(Step.EVENT, "mdmz-skip_next", "mdmz-skip_previous", "E");
    step(Step.SECOND, "mdmz-skip_next", "mdmz-skip_previous", "S");
    jumps(bar.jumps());
    add("side", "Show the ladder or the venues", "mdmz-reorder", "C", choices::toggleLadder);
    add("agent", "Show the agent's mind", "mdmz-psychology", "A", choices::toggleAgent);
    add("picture", "Save the picture", "mdmz-photo_camera", "P", export::savePicture);
    add("follow", "Go back to now", "mdmz-my_location", "N", backToNow);
  }

  private void jumps(JumpMenu jumps) {
    int first = all.size();
    add(
        "to-largest-loss",
        "Jump to the largest loss",
        "mdmz-trending_down",
        "L",
        jumps::toLargestLoss);
    add(
        "to-largest-gain",
        "Jump to the largest gain",
        "mdmz-trending_up",
        "K",
        jumps::toLargestGain);
    add(
        "to-largest-drawdown",
        "Jump to the largest drawdown",
        "mdmz-trending_down",
        "Shift+L",
        jumps::toLargestDrawdown);
    add("to-kill", "Jump to the kill switch", "mdmz-report", "X", bar::toKill);
    add("bookmark", "Set or remove a bookmark", "mdal-bookmark_border", "B", jumps::toggleBookmark);
    add(
        "to-next-bookmark",
        "Jump to the next bookmark",
        "mdal-bookmark",
        "G",
        jumps::toNextBookmark);
    add(
        "to-previous-bookmark",
        "Jump to the bookmark before",
        "mdal-bookmark",
        "Shift+G",
        jumps::toPreviousBookmark);
    jumps.offer(List.copyOf(all.subList(first, all.size())));
  }

  private void add(String id, String text, String icon, String key, Runnable action) {
    all.add(Command.of("replay-" + id, text, icon, action).onPage(key));
  }

  private void step(Step step, String forward, String back, String key) {
    String id = step.name().toLowerCase(Locale.ROOT);
    add("to-next-" + id, "Step to the next " + step, forward, key, () -> bar.forward(step));
    add(
        "to-previous-" + id,
        "Step to the %s before".formatted(step),
        back,
        "Shift+" + key,
        () -> bar.back(step));
  }

  List<Command> all() {
    return List.copyOf(all);
  }

  /** The command of an id without its prefix. */
  Command of(String id) {
    return all.stream().filter(one -> one.id().equals("replay-" + id)).findFirst().orElseThrow();
  }

  /** The command that a pressed key gives. */
  Optional<Command> of(KeyEvent event) {
    return all.stream().filter(one -> one.isGivenBy(event)).findFirst();
  }
}
