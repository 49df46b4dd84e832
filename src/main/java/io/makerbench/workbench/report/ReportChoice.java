package io.makerbench.workbench.report;

import io.makerbench.experiment.RunFolder;
import io.makerbench.report.ReportFormat;
import io.makerbench.report.ReportPart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Which runs a report is about, which parts it has, and as what it is saved. */
final class ReportChoice {
  private static final int REMARK_ROWS = 3;

  private final Runnable changed;
  private final Map<RunFolder, CheckBox> runs = new LinkedHashMap<>();
  private final Map<ReportPart, CheckBox> parts = new EnumMap<>(ReportPart.class);
  private final Map<ReportFormat, CheckBox> formats = new EnumMap<>(ReportFormat.class);
  private final VBox runBox = box();
  private final TextArea remark = new TextArea();
  private String taken = "";
  private final ScrollPane root;

  /**
   * @param changed told when other runs or parts are chosen
   */
  ReportChoice(Runnable changed) {
    this.changed = changed;
    VBox partBox = box();
    for (ReportPart part : ReportPart.values()) {
      CheckBox check = check(part.label(), "part-" + part.name().toLowerCase(Locale.ROOT));
      check.setTooltip(new Tooltip(part.help()));
      check.setOnAction(event -> changed.run());
      parts.put(part, check);
      partBox.getChildren().add(check);
    }
    VBox formatBox = box();
    for (ReportFormat format : ReportFormat.values()) {
      CheckBox check = check(format.name(), format.name().toLowerCase(Locale.ROOT));
      check.setAccessibleText("Write " + format);
      check.setSelected(format != ReportFormat.PNG); // takes long, and SVG has the same charts
      formats.put(format, check);
      formatBox.getChildren().add(check);
    }
    remark.setId("report-remark");
    remark.setPromptText("A remark of yours, at the top of the report");
    remark.setAccessibleText("A remark of yours, at the top of the report");
    remark.setPrefRowCount(REMARK_ROWS);
    remark.setWrapText(true);
    remark.focusedProperty().subscribe(focused -> remarked());
    VBox content =
        new VBox(
            title("Runs"),
            runBox,
            title("Parts"),
            partBox,
            title("Remark"),
            remark,
            title("Save as"),
            formatBox);
    content.getStyleClass().add("report-choice");
    root = new ScrollPane(content);
    root.setFitToWidth(true);
    root.getStyleClass().add("report-side");
  }

  private static VBox box() {
    VBox box = new VBox();
    box.getStyleClass().add("report-checks");
    return box;
  }

  private static Label title(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("section-title");
    return label;
  }

  private static CheckBox check(String words, String id) {
    CheckBox check = new CheckBox(words);
    check.setId("report-" + id);
    check.setMnemonicParsing(false);
    check.setSelected(true);
    return check;
  }

  /** Pages are made again when the field is left. */
  private void remarked() {
    if (!remark.isFocused() && !remark.getText().equals(taken)) {
      taken = remark.getText();
      changed.run();
    }
  }

  /** What the user says at the top; may be empty. */
  String remark() {
    return remark.getText();
  }

  /** The parts and formats chosen now. */
  ReportTemplates.Template template() {
    return new ReportTemplates.Template(parts(), formats());
  }

  /** Chooses the parts and formats of a template. */
  void take(ReportTemplates.Template template) {
    parts.forEach((part, check) -> check.setSelected(template.parts().contains(part)));
    formats.forEach((format, check) -> check.setSelected(template.formats().contains(format)));
    changed.run();
  }

  Node view() {
    return root;
  }

  /** Offers runs; all are chosen. */
  void offer(List<RunFolder> offered) {
    runs.clear();
    for (RunFolder run : offered) {
      CheckBox check = check(run.name(), "run-" + run.name());
      check.setTooltip(new Tooltip(run.path().toString()));
      check.setOnAction(event -> {
        if (runs().isEmpty()) {
          check.setSelected(true); // a report is about something
        } else {
          changed.run();
        }
      });
      runs.put(run, check);
    }
    runBox.getChildren().setAll(runs.values());
  }

  List<RunFolder> runs() {
    List<RunFolder> chosen = new ArrayList<>();
    runs.forEach((run, check) -> {
      if (check.isSelected()) {
        chosen.add(run);
      }
    });
    return chosen;
  }

  Set<ReportPart> parts() {
    Set<ReportPart> chosen = EnumSet.noneOf(ReportPart.class);
    parts.forEach((part, check) -> {
      if (check.isSelected()) {
        chosen.add(part);
      }
    });
    return chosen;
  }

  Set<ReportFormat> formats() {
    Set<ReportFormat> chosen = EnumSet.noneOf(ReportFormat.class);
    formats.forEach((format, check) -> {
      if (check.isSelected()) {
        chosen.add(format);
      }
    });
    return chosen;
  }
}
