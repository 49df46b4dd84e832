package io.makerbench.workbench.monitor;

import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.Workspace;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** The runs drawn together with their colours; a press brings one to the front. */
final class OverlayLegend {
  private static final double DOT_RADIUS = 5;
  private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");

  private final Workspace workspace;
  private final ObservableValue<Palette> palette;
  private final ObservableValue<Boolean> means;
  private final Consumer<@Nullable LiveRun> pointed;
  private final FlowPane root = new FlowPane();
  private Overlay shown = new Overlay(List.of(), 0);

  /**
   * @param means whether seeds of one configuration are one line
   * @param pointed hears the run under the pointer, and null when there is none any more
   */
  OverlayLegend(
      Workspace workspace,
      ObservableValue<Palette> palette,
      ObservableValue<Boolean> means,
      Consumer<@Nullable LiveRun> pointed) {
    this.pointed = pointed;
    this.workspace = workspace;
    this.palette = palette;
    this.means = means;
    means.subscribe(together -> fill());
    root.setId("overlay");
    root.getStyleClass().add("overlay-legend");
    palette.subscribe(colours -> fill());
    workspace.looks().onChange(this::fill);
  }

  Node view() {
    return root;
  }

  void show(Overlay overlay) {
    shown = overlay;
    fill();
  }

  private void fill() {
    root.getChildren().clear();
    root.setVisible(shown.runs().size() > 1);
    root.setManaged(root.isVisible());
    if (root.isVisible()) {
      if (means.getValue()) {
        shown.groups().forEach(group -> addChip(group.first(), shown.name(group)));
      } else {
        shown.runs().forEach(run -> addChip(run, shown.name(run)));
      }
      if (shown.notDrawn() > 0) {
        Label more = new Label("and " + shown.notDrawn() + " more that are not drawn");
        more.getStyleClass().add("muted");
        root.getChildren().add(more);
      }
    }
  }

  private void addChip(LiveRun run, String words) {
    String folder = run.folder().name();
    Circle dot = new Circle(DOT_RADIUS, palette.getValue().curve(workspace.looks().colour(folder)));
    Button chip = new Button(words, dot);
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "overlay-run");
    chip.pseudoClassStateChanged(FRONT, run == shown.front());
    chip.setTooltip(new Tooltip("Bring " + folder + " to the front"));
    chip.setOnAction(event -> workspace.current().set(run.folder()));
    chip.setOnMouseEntered(event -> pointed.accept(run));
    chip.setOnMouseExited(event -> pointed.accept(null));
    root.getChildren().add(chip);
  }
}
