package io.makerbench.workbench.compare;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.GridPoint;
import io.makerbench.experiment.GridSweeps;
import io.makerbench.experiment.GridWork;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.TaskStatus;
import io.makerbench.workbench.panel.Tasks;
import io.makerbench.workbench.panel.WorkTask;
import io.makerbench.workbench.report.FileChoice;
import io.makerbench.workbench.report.FolderDialog;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How a policy fares at other latencies and maker fees. The points are judged in the background, as
 * by {@code makerbench grid}, into the folder {@code grid} of the run, where they are found again.
 */
final class FeeGridPage {
  private static final double GAP = 8;
  private static final double MICROS_PER_MS = 1000;
  private static final String PNL = "PnL a window";
  private static final String DIFFERENCE = "Difference to ";

  private final Desk desk;
  private final Settings settings;
  private final FileChoice folders;
  private final TextField fees = new TextField("0.05, 0.2, 0.3");
  private final TextField latencies = new TextField("10, 100, 500");
  private final Button compute = new Button("Compute", new FontIcon("mdomz-play_arrow"));
  private final Button add = new Button("Add a sweep …", new FontIcon("mdal-create_new_folder"));
  private final Label from = new Label();
  private final ComboBox<String> shown = new ComboBox<>();
  private final Label empty = new Label();
  private final FeeGridPicture picture;
  private final BorderPane root = new BorderPane();
  private @Nullable RunFolder run;
  private @Nullable Table table;

  FeeGridPage(Desk desk, Settings settings, @Nullable FileChoice folders) {
    this.folders = folders == null ? new FolderDialog(root) : folders;
    this.desk = desk;
    this.settings = settings;
    picture = new FeeGridPicture(desk.appearance().palette());
    name(fees, "grid-fees", "Maker fees in bps, with commas between them");
    name(latencies, "grid-latencies", "Order latencies in ms, with commas between them");
    compute.setId("grid-compute");
    compute.setOnAction(event -> start());
    add.setId("grid-add");
    add.setTooltip(
        new Tooltip("Count a sweep of this policy that lies in a folder elsewhere, too"));
    add.setOnAction(event -> addSweep());
    from.setId("grid-from");
    from.getStyleClass().addAll("text-muted", "text-small");
    shown.setId("grid-shown");
    shown.setAccessibleText("What the cells show");
    shown.setOnAction(event -> draw());
    empty.setId("grid-empty");
    empty.setWrapText(true);
    empty.getStyleClass().add("muted");
    HBox bar =
        new HBox(
            GAP,
            new Label("Maker fees (bps)"),
            fees,
            new Label("Latencies (ms)"),
            latencies,
            compute,
            add,
            new Label("Show"),
            shown);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("side-bar");
    root.setTop(bar);
    root.setCenter(new StackPane(picture.view(), empty));
    root.setBottom(from);
  }

  private static void name(TextField field, String id, String words) {
    field.setId(id);
    field.setAccessibleText(words);
    field.setPrefColumnCount(10);
  }

  Node view() {
    return root;
  }

  /** Shows the grid of a run; of none where it has none. */
  void open(RunFolder of) {
    if (of.equals(run)) {
      return;
    }
    run = of;
    show(null);
    read(of);
  }

  private void read(RunFolder of) {
    desk.background()
        .compute(
            "Reading the grid",
            () -> new GridSweeps(of).gather(),
            found -> {
              if (of.equals(run)) {
                show(found.map(GridSweeps.Found::table).orElse(null));
                found.ifPresent(sweeps -> from.setText(words(of, sweeps)));
              }
            });
  }

  /** Folders below that of the runs are named from there. */
  private static String words(RunFolder of, GridSweeps.Found found) {
    Path runs = of.path().toAbsolutePath().getParent();
    return (found.folders().size() == 1 ? "From " : "From several sweeps: ")
        + found.folders().stream()
            .map(Path::toAbsolutePath)
            .map(folder -> folder.startsWith(runs) ? runs.relativize(folder) : folder)
            .map(Path::toString)
            .collect(Collectors.joining(", "));
  }

  private void addSweep() {
    RunFolder of = run;
    if (of == null) {
      return;
    }
    folders
        .folder("Folder of a sweep of " + of.name(), of.path())
        .ifPresent(folder ->
            desk.background()
                .compute(
                    "Adding a sweep",
                    () -> {
                      new GridSweeps(of).add(folder);
                      return folder;
                    },
                    added -> read(of)));
  }

  private void show(@Nullable Table found) {
    table = found;
    from.setText("");
    String before = shown.getValue();
    shown.getItems().setAll(PNL);
    if (found != null) {
      FeeGrid.baselines(found).forEach(name -> shown.getItems().add(DIFFERENCE + name));
    }
    shown.setValue(shown.getItems().contains(before) ? before : shown.getItems().getLast());
    shown.setDisable(found == null);
    empty.setVisible(found == null);
    empty.setText(
        "Nothing was computed for this run yet. Choose fees and latencies: its policy is judged at"
            + " every pair of them, on the same windows, in the background.");
    draw();
  }

  private void draw() {
    Table drawn = table;
    String what = shown.getValue();
    picture.view().setVisible(drawn != null);
    if (drawn == null || what == null) {
      return;
    }
    List<String> baselines = FeeGrid.baselines(drawn);
    String baseline = what.equals(PNL) ? baselines.getFirst() : what.substring(DIFFERENCE.length());
    picture.show(
        FeeGrid.of(drawn, baseline),
        what
            + ", quote     * apart from "
            + baseline
            + " beyond chance (p < 0.05 after Holm)"
            + (what.equals(PNL) ? "" : "     below: its 95 % interval"),
        what.equals(PNL) ? GridValue.PNL : GridValue.DIFFERENCE);
  }

  private void start() {
    RunFolder of = run;
    if (of == null) {
      return;
    }
    try {
      List<Long> micros =
          numbers(latencies, "latency").stream().map(ms -> Math.round(ms * MICROS_PER_MS)).toList();
      begin(of, GridPoint.all(numbers(fees, "fee"), micros));
    } catch (InputException wrong) {
      desk.notices().failed(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static List<Double> numbers(TextField field, String what) {
    Function<String, Double> number =
        text -> {
          try {
            return Double.parseDouble(text);
          } catch (NumberFormatException e) {
            throw new InputException(
                "\"%s\" is no %s; numbers with commas between them are expected, for example %s."
                    .formatted(text, what, what.equals("fee") ? "0.05, 0.2" : "10, 100"),
                e);
          }
        };
    return Arrays.stream(field.getText().split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(number)
        .distinct()
        .sorted()
        .toList();
  }

  private void begin(RunFolder of, List<GridPoint> points) {
    compute.setDisable(true);
    WorkTask task =
        new WorkTask("Latencies and fees of " + of.name(), report -> carryOut(of, points, report));
    desk.tasks()
        .start(
            task,
            Tasks.Lane.PROCESSOR,
            ended -> {
              compute.setDisable(false);
              TaskStatus status = ended.status().get();
              if (status.state() == TaskStatus.State.DONE) {
                read(of);
              }
            });
  }

  private List<Path> carryOut(RunFolder of, List<GridPoint> points, WorkTask.Report report) {
    AtomicInteger ended = new AtomicInteger();
    AtomicReference<GridWork> work = new AtomicReference<>();
    Path folder = of.path().resolve(GridSweeps.FOLDER);
    GridWork grid =
        new GridWork(
            new Runner(settings),
            folder,
            event -> {
              if (event instanceof ProgressEvent.State state && state.state().ended()) {
                ended.incrementAndGet();
              }
              String words = ended.get() + " of " + points.size() + " points";
              if (!report.goOn((double) ended.get() / points.size(), words)) {
                work.get().stop();
              }
            });
    work.set(grid);
    grid.carryOut(of, points);
    return List.of(folder.resolve("grid.csv"));
  }
}
