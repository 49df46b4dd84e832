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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The report of the runs chosen: its parts and formats, its pages as they will be, and where it is
 * saved.
 */
public final class ReportPanel implements Panel {
  private static final double GAP = 10;
  private static final double CHOICE_SHARE = 0.2;

  private final Desk desk;
  private final FileChoice files;
  private final Consumer<Path> opener;
  private final ReportChoice choice = new ReportChoice(this::choiceChanged);
  private final TemplateMenu templates;
  private final PagesView pages;
  private final Command saver =
      Command.of("report-save-command", "Save the report", "mdmz-save", this::save);
  private final Label name = new Label();
  private final Label empty = new Label();
  private final BorderPane page = new BorderPane();
  private final StackPane root = new StackPane(page, empty);

  private List<RunFolder> offered = List.of();
  private List<RunFolder> shown = List.of();
  private @Nullable ReportInput input;
  private boolean seen;
  private long stamp;

  /**
   * Makes the page.
   *
   * @param home the program's own folder, where templates are kept
   * @param opener opens a page in the user's browser
   * @param files answers where to save; null asks by the desktop's dialog
   */
  public ReportPanel(Desk desk, Path home, Consumer<Path> opener, @Nullable FileChoice files) {
    this.desk = desk;
    templates =
        new TemplateMenu(
            new ReportTemplates(home.resolve("report-templates.json")),
            choice::template,
            choice::take);
    this.opener = opener;
    this.files = files == null ? new FolderDialog(root) : files;
    pages = new PagesView(desk.background());
    arrange();
    desk.workspace()
        .selected()
        .addListener((ListChangeListener<RunFolder>) change -> openWhenSeen());
    open();
  }

  private void arrange() {
    HBox spacer = new HBox();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    Button save = button("report-save", "Save report…", "mdmz-save", this::save);
    save.setDefaultButton(true);
    Button browse =
        button("report-open", "Open in browser", "mdmz-open_in_browser", this::openInBrowser);
    HBox bar = new HBox(GAP, name, spacer, templates.view(), browse, save);
    bar.setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("title-4");
    page.setTop(bar);
    SplitPane split = new SplitPane(choice.view(), pages.view());
    split.setId("report-split");
    split.setDividerPositions(CHOICE_SHARE);
    page.setCenter(split);
    page.setPadding(new Insets(GAP));
    BorderPane.setMargin(split, new Insets(GAP, 0, 0, 0));
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

  @Override
  public void hidden() {
    seen = false;
  }

  /** Pages take seconds to make: none are made while nobody looks. */
  private void openWhenSeen() {
    if (seen) {
      open();
    }
  }

  /** Reports on the runs chosen in the list. */
  private void open() {
    List<RunFolder> chosen = List.copyOf(desk.workspace().selected());
    long found = desk.workspace().newestRecord();
    if (chosen.equals(offered) && input != null && found == stamp) {
      return;
    }
    stamp = found;
    if (!chosen.equals(offered)) {
      offered = chosen;
      choice.offer(chosen);
    }
    read();
  }

  /** Gathers what the chosen runs left. */
  private void read() {
    List<RunFolder> of = choice.runs();
    input = null;
    if (of.isEmpty()) {
      say("Choose a run under Runs, or several: their report is prepared here.");
      return;
    }
    say("Reading " + of.getFirst().name() + (of.size() == 1 ? " …" : " and others …"));
    desk.background()
        .compute(
            "Preparing the report",
            () -> Reports.input(of),
            read -> {
              if (of.equals(choice.runs())) {
                show(of, read);
              }
            });
  }

  private void show(List<RunFolder> of, ReportInput read) {
    input = read;
    shown = of;
    name.setText(of.size() == 1 ? of.getFirst().name() : of.size() + " runs");
    empty.setVisible(false);
    page.setVisible(true);
    pages.show(chosen(read));
  }

  private void choiceChanged() {
    ReportInput read = input;
    if (read != null && choice.runs().equals(shown)) {
      pages.show(chosen(read));
    } else {
      read();
    }
  }

  private ReportInput chosen(ReportInput read) {
    return read.withParts(choice.parts()).withRemark(choice.remark());
  }

  private void say(String words) {
    empty.setText(words);
    empty.setVisible(true);
    page.setVisible(false);
  }

  private void save() {
    ReportInput read = input;
    if (read == null) {
      desk.notices().done("There is no run in front whose report could be saved.");
      return;
    }
    Set<ReportFormat> chosen = choice.formats();
    if (chosen.isEmpty()) {
      desk.notices().done("Choose at least one format, HTML for example.");
      return;
    }
    files
        .folder("Folder for the report", shown.getFirst().path())
        .ifPresent(folder -> save(chosen(read), folder, chosen));
  }

  private void save(ReportInput chosen, Path folder, Set<ReportFormat> formats) {
    desk.background()
        .compute(
            "Saving the report",
            () -> Report.write(chosen, folder, formats),
            written ->
                desk.notices()
                    .done(
                        written.size() == 1
                            ? "Saved " + written.getFirst()
                            : "Saved " + written.size() + " files in " + folder,
                        "Open",
                        () -> opener.accept(written.getFirst())));
  }

  /** Writes the page into the run's own folder, and lets a browser show it. */
  private void openInBrowser() {
    ReportInput read = input;
    if (read == null) {
      return;
    }
    ReportInput chosen = chosen(read);
    Path folder = shown.getFirst().report();
    desk.background()
        .compute(
            "Opening the report",
            () -> Report.write(chosen, folder, EnumSet.of(ReportFormat.HTML)).getFirst(),
            opener);
  }

  /** The pages on screen. */
  PagesView pages() {
    return pages;
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
    seen = true;
    open();
  }

  @Override
  public Command saver() {
    return saver;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        saver,
        Command.of(
            "report-open-command",
            "Open the report in the browser",
            "mdmz-open_in_browser",
            this::openInBrowser));
  }
}
