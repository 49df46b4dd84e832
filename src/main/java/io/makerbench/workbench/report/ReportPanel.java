package io.makerbench.workbench.report;

import io.makerbench.experiment.Reports;
import io.makerbench.experiment.RunFolder;
import io.makerbench.report.Report;
import io.makerbench.report.ReportFormat;
import io.makerbench.report.ReportInput;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The report of the run in front: a preview, its formats, and where it is saved. */
public final class ReportPanel implements Panel {
  private static final double GAP = 10;

  private final Desk desk;
  private final FileChoice files;
  private final Consumer<Path> opener;
  private final Map<ReportFormat, CheckBox> formats = new EnumMap<>(ReportFormat.class);
  private final Label name = new Label();
  private final Preview preview = new Preview();
  private final Label empty = new Label();
  private final BorderPane page = new BorderPane();
  private final StackPane root = new StackPane(page, empty);

  private @Nullable RunFolder run;
  private @Nullable ReportInput input;

  /**
   * Makes the page.
   *
   * @param opener opens a page in the user's browser
   * @param files answers where to save; null asks by the desktop's dialog
   */
  public ReportPanel(Desk desk, Consumer<Path> opener, @Nullable FileChoice files) {
    this.desk = desk;
    this.opener = opener;
    this.files = files == null ? new FolderDialog(root) : files;
    arrange();
    desk.workspace().current().addListener((property, old, now) -> open(now));
    open(desk.workspace().current().get());
  }

  private void arrange() {
    HBox bar = new HBox(GAP, name);
    bar.setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("title-4");
    HBox spacer = new HBox();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    bar.getChildren().add(spacer);
    for (ReportFormat format : ReportFormat.values()) {
      CheckBox box = new CheckBox(format.name());
      box.setId("report-" + format.name().toLowerCase(Locale.ROOT));
      box.setSelected(true);
      box.setAccessibleText("Write " + format);
      formats.put(format, box);
      bar.getChildren().add(box);
    }
    Button save = button("report-save", "Save report…", "mdmz-save", this::save);
    save.setDefaultButton(true);
    Button browse =
        button("report-open", "Open in browser", "mdmz-open_in_browser", this::openInBrowser);
    bar.getChildren().addAll(save, browse);
    page.setTop(bar);
    page.setCenter(preview);
    page.setPadding(new Insets(GAP));
    BorderPane.setMargin(preview, new Insets(GAP, 0, 0, 0));
    empty.setId("report-empty");
    empty.setWrapText(true);
    empty.getStyleClass().addAll("title-4", "text-muted");
    root.setId("report-panel");
  }

  private static Button button(String id, String words, String icon, Runnable action) {
    Button button = new Button(words, new FontIcon(icon));
    button.setId(id);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void open(@Nullable RunFolder chosen) {
    run = chosen;
    input = null;
    if (chosen == null) {
      say("Choose a run under Runs: its report is prepared here.");
      return;
    }
    say("Reading " + chosen.name() + " …");
    desk.background()
        .compute(
            "Preparing the report",
            () -> Reports.input(chosen),
            read -> {
              if (chosen.equals(run)) {
                show(chosen, read);
              }
            });
  }

  private void show(RunFolder of, ReportInput read) {
    input = read;
    name.setText(of.name());
    preview.show(read);
    empty.setVisible(false);
    page.setVisible(true);
  }

  private void say(String words) {
    empty.setText(words);
    empty.setVisible(true);
    page.setVisible(false);
  }

  private Set<ReportFormat> chosenFormats() {
    Set<ReportFormat> chosen = EnumSet.noneOf(ReportFormat.class);
    formats.forEach((format, box) -> {
      if (box.isSelected()) {
        chosen.add(format);
      }
    });
    return chosen;
  }

  private void save() {
    ReportInput shown = input;
    RunFolder of = run;
    if (shown == null || of == null) {
      desk.notices().done("There is no run in front whose report could be saved.");
      return;
    }
    Set<ReportFormat> chosen = chosenFormats();
    if (chosen.isEmpty()) {
      desk.notices().done("Choose at least one format, HTML for example.");
      return;
    }
    files
        .folder("Folder for the report", of.path())
        .ifPresent(folder -> save(shown, folder, chosen));
  }

  private void save(ReportInput shown, Path folder, Set<ReportFormat> chosen) {
    desk.background()
        .compute(
            "Saving the report",
            () -> Report.write(shown, folder, chosen),
            written ->
                desk.notices()
                    .done(
                        written.size() == 1
                            ? "Saved " + written.getFirst()
                            : "Saved " + written.size() + " files in " + folder));
  }

  /** Writes the page into the run's own folder, and lets a browser show it. */
  private void openInBrowser() {
    ReportInput shown = input;
    RunFolder of = run;
    if (shown == null || of == null) {
      return;
    }
    desk.background()
        .compute(
            "Opening the report",
            () -> Report.write(shown, of.report(), EnumSet.of(ReportFormat.HTML)).getFirst(),
            opener);
  }

  @Override
  public String title() {
    return "Report";
  }

  @Override
  public String icon() {
    return "mdal-assessment";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    open(desk.workspace().current().get());
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("report-save-command", "Save the report", "mdmz-save", this::save),
        Command.of(
            "report-open-command",
            "Open the report in the browser",
            "mdmz-open_in_browser",
            this::openInBrowser));
  }
}
