package io.makerbench.workbench.runs;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.catalogue.RunTrash;
import io.makerbench.workbench.panel.Desk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The runs that were deleted, each to be taken back, and what they hold of the disk. */
final class TrashView {
  private static final double BYTES_A_KIBIBYTE = 1 << 10;
  private static final double BYTES_A_MEBIBYTE = 1 << 20;
  private static final double WIDTH = 440;
  private static final double MOST_HEIGHT = 320;

  private final Desk desk;
  private final RunTrash trash;
  private final int days;
  private final Runnable changed;
  private final Label title = new Label();
  private final Label life = new Label();
  private final VBox rows = new VBox();
  private final Button empty = new Button("Delete all for good");
  private final VBox root;

  private record Item(RunTrash.Discarded run, long bytes) {}

  /**
   * Makes it.
   *
   * @param days days a run stays in it; 0 for ever
   * @param changed told after runs were taken back
   */
  TrashView(Desk desk, RunTrash trash, int days, Runnable changed) {
    this.desk = desk;
    this.trash = trash;
    this.days = days;
    this.changed = changed;
    title.getStyleClass().add("section-title");
    title.setId("trash-title");
    life.getStyleClass().add("field-note");
    life.setWrapText(true);
    empty.setId("empty-trash");
    empty.getStyleClass().add(Styles.DANGER);
    empty.setOnAction(event -> empty());
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_HEIGHT);
    root = new VBox(title, life, scroll, empty);
    root.getStyleClass().add("chooser");
    root.setPrefWidth(WIDTH);
  }

  Node view() {
    return root;
  }

  /** Reads what is in it. */
  void fill() {
    desk.background().compute("Reading the trash", this::read, this::show);
  }

  private List<Item> read() throws IOException {
    List<Item> items = new ArrayList<>();
    for (RunTrash.Discarded run : trash.contents()) {
      items.add(new Item(run, RunTrash.bytes(run.to())));
    }
    return items;
  }

  private void show(List<Item> items) {
    long bytes = items.stream().mapToLong(Item::bytes).sum();
    title.setText(
        items.isEmpty()
            ? "The trash is empty"
            : items.size() + (items.size() == 1 ? " run, " : " runs, ") + size(bytes));
    life.setText(
        days == 0
            ? "Deleted runs stay here until they are deleted for good."
            : "Deleted runs stay here for " + days + " days (setting trash.days).");
    rows.getChildren().setAll(items.stream().map(this::row).toList());
    empty.setVisible(!items.isEmpty());
    empty.setManaged(!items.isEmpty());
  }

  private Node row(Item item) {
    Label name = new Label(item.run().name());
    name.setMinWidth(0);
    Label size = new Label(size(item.bytes()));
    size.getStyleClass().add("muted");
    size.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button back = new Button("Take back");
    back.getStyleClass().add(Styles.SMALL);
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setAccessibleText("Take back " + item.run().name());
    back.setOnAction(event -> restore(item.run()));
    HBox row = new HBox(name, space, size, back);
    row.getStyleClass().add("field-row");
    return row;
  }

  private static String size(long bytes) {
    return bytes < BYTES_A_MEBIBYTE
        ? String.format(Locale.ROOT, "%,.1f KiB", bytes / BYTES_A_KIBIBYTE)
        : String.format(Locale.ROOT, "%,.1f MiB", bytes / BYTES_A_MEBIBYTE);
  }

  private void restore(RunTrash.Discarded run) {
    desk.background()
        .compute(
            "Taking back " + run.name(),
            () -> {
              trash.restore(List.of(run));
              return run;
            },
            back -> {
              changed.run();
              fill();
            });
  }

  private void empty() {
    desk.background()
        .compute(
            "Emptying the trash",
            () -> trash.empty(Duration.ZERO),
            count -> {
              desk.notices().done("Deleted for good: " + count + (count == 1 ? " run." : " runs."));
              fill();
            });
  }
}
