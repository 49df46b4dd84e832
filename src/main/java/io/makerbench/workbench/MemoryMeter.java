package io.makerbench.workbench;

import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.Background;
import io.makerbench.workbench.panel.Notices;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/**
 * How much of its memory the program uses, as a bar and in words; a press frees what is unused. It
 * is read anew every other second.
 */
final class MemoryMeter {
  private static final double BYTES_A_MEBIBYTE = 1 << 20;
  private static final Duration PERIOD = Duration.seconds(2);
  private static final PseudoClass NEARLY_FULL = PseudoClass.getPseudoClass("nearly-full");

  /** From this share on the program may soon come to a halt for want of memory. */
  private static final double MUCH = 0.9;

  private final Background background;
  private final Notices notices;
  private final ProgressBar bar = new ProgressBar(0);
  private final Button root = new Button(null, bar);
  private final Tooltip hint = new Tooltip();
  private final Timeline clock = new Timeline(new KeyFrame(PERIOD, event -> show()));

  MemoryMeter(Background background, Notices notices) {
    this.background = background;
    this.notices = notices;
    bar.setAccessibleText("Share of the memory in use");
    bar.getStyleClass().add("memory-bar");
    root.setId("memory");
    root.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    root.setTooltip(hint);
    root.setOnAction(event -> free());
    clock.setCycleCount(Timeline.INDEFINITE);
    clock.play();
    show();
  }

  Node view() {
    return root;
  }

  private static MemoryUsage heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }

  private void show() {
    MemoryUsage heap = heap();
    double share = (double) heap.getUsed() / heap.getMax();
    bar.setProgress(share);
    root.setText(mebibytes(heap.getUsed()) + " of " + mebibytes(heap.getMax()) + " MiB");
    root.pseudoClassStateChanged(NEARLY_FULL, share > MUCH);
    MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
    hint.setText(
        "Java's memory: "
            + mebibytes(heap.getUsed())
            + " MiB in use, "
            + mebibytes(heap.getCommitted())
            + " MiB taken from the machine, "
            + mebibytes(heap.getMax())
            + " MiB at most.\nThe program itself: "
            + mebibytes(other.getUsed())
            + " MiB. Press to free what is unused.");
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%,.0f", bytes / BYTES_A_MEBIBYTE);
  }

  /** Frees what is unused, away from the screen's thread, and says how much that was. */
  void free() {
    background.compute(
        "Freeing unused memory",
        MemoryMeter::collect,
        freed -> {
          show();
          notices.done(mebibytes(Math.max(0, freed)) + " MiB of memory were freed.");
        });
  }

  private static long collect() {
    long before = heap().getUsed();
    System.gc();
    return before - heap().getUsed();
  }

  void stop() {
    clock.stop();
  }
}
