package io.makerbench.workbench.runs;

import io.makerbench.experiment.RunState;
import io.makerbench.experiment.catalogue.FieldValue;
import io.makerbench.experiment.catalogue.MetricSketch;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.workbench.monitor.StateWords;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.plot.Numbers;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the table of runs. Each shows its line, whichever column it is in, and is told anew
 * when the line's figures change.
 *
 * @param looks colours, and what is shown in curves
 * @param course column of metrics.csv whose course is drawn
 * @param toggleGroup opens or closes a group
 * @param baseline the run that figures are held against, where there is one
 */
record RunCells(
    RunLooks looks,
    ObservableValue<Palette> palette,
    Supplier<String> course,
    Function<RunFacts, RunProgress> progress,
    Consumer<RunLine.Heading> toggleGroup,
    Supplier<Optional<RunFacts>> baseline) {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  /** A cell of a column. */
  TableCell<RunLine, Shown> cell(String field) {
    return switch (field) {
      case RunField.LABEL -> new NameCell();
      case RunField.STATE -> new StateCell();
      case RunField.PHASE -> new ProgressCell();
      case RunField.TAGS -> new TagsCell();
      case TableState.CURVE -> new CurveCell();
      default -> new ValueCell(field, baseline);
    };
  }

  /**
   * What a cell shows: a line at a moment.
   *
   * @param moment counts up with every change that the line itself does not tell
   */
  record Shown(RunLine line, @Nullable RunFacts facts, long moment) {}

  /** What all cells have in common. */
  private abstract static class LineCell extends TableCell<RunLine, Shown> {
    @Override
    protected final void updateItem(@Nullable Shown item, boolean empty) {
      super.updateItem(item, empty);
      boolean heading = !empty && item != null && item.line() instanceof RunLine.Heading;
      pseudoClassStateChanged(HEADING, heading);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      switch (item.line()) {
        case RunLine.Run run -> show(run.now());
        case RunLine.Heading of -> show(of);
      }
    }

    abstract void show(RunFacts run);

    void show(RunLine.Heading heading) {
      setText(null);
      setGraphic(null);
    }
  }

  /** Eye, colour and name; of a group its value and how many runs it has. */
  private final class NameCell extends LineCell {
    private @Nullable RunName name;

    NameCell() {
      setContentDisplay(ContentDisplay.LEFT);
    }

    @Override
    void show(RunFacts run) {
      RunName shown = name == null ? new RunName(looks, palette) : name;
      name = shown;
      boolean first = baseline.get().filter(run::equals).isPresent();
      shown.show(run, first);
      setTooltip(shown.hint());
      setText(null);
      setGraphic(shown.view());
      setAccessibleText(first ? run.label() + ", baseline" : run.label());
      setOnMouseClicked(null);
    }

    @Override
    void show(RunLine.Heading heading) {
      int count = heading.runs().size();
      String value = heading.value().isEmpty() ? "(none)" : heading.value();
      setText(
          (heading.open() ? "▾  " : "▸  ")
              + value
              + "  ·  "
              + count
              + (count == 1 ? " run" : " runs"));
      setGraphic(null);
      setAccessibleText(value + ", " + count + " runs, " + (heading.open() ? "open" : "closed"));
      setTooltip(null);
      setOnMouseClicked(event -> toggleGroup.accept(heading));
    }
  }

  /** A coloured badge. */
  private static final class StateCell extends LineCell {
    private final Label badge = new Label();

    @Override
    void show(RunFacts run) {
      RunState state = run.record().state();
      String message = run.record().message();
      StateWords.show(badge, state);
      badge.setTooltip(message.isEmpty() ? null : new Tooltip(message));
      setGraphic(badge);
    }
  }

  /** Phase, share done and time left, over a bar. */
  private final class ProgressCell extends LineCell {
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox box = new VBox(words, bar);

    ProgressCell() {
      box.getStyleClass().add("run-progress");
      box.setFillWidth(true);
      bar.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    void show(RunFacts run) {
      RunProgress now = progress.apply(run);
      boolean known = now.fraction() >= 0;
      words.setText(now.words());
      bar.setProgress(now.fraction());
      bar.setVisible(known);
      bar.setManaged(known);
      bar.setAccessibleText(now.words());
      setGraphic(box);
    }
  }

  /** A chip for each tag. */
  private static final class TagsCell extends LineCell {
    private final HBox chips = new HBox();

    TagsCell() {
      chips.getStyleClass().add("chips");
    }

    @Override
    void show(RunFacts run) {
      chips.getChildren().setAll(run.notes().tags().stream().map(TagsCell::chip).toList());
      setGraphic(run.notes().tags().isEmpty() ? null : chips);
    }

    private static Node chip(String tag) {
      Label chip = new Label(tag);
      chip.getStyleClass().add("chip");
      chip.setMinWidth(USE_PREF_SIZE);
      return chip;
    }
  }

  /** The course of a figure in the run's colour. */
  private final class CurveCell extends LineCell {
    private final Sparkline line = new Sparkline();

    @Override
    void show(RunFacts run) {
      MetricSketch.Column column = run.sketch().columns().get(course.get());
      if (column == null || column.course().length < 2) {
        setGraphic(null);
        return;
      }
      line.show(column.course(), palette.getValue().curve(looks.colour(run.name())));
      line.setPrefHeight(ROW_CONTENT);
      line.setPrefWidth(getTableColumn().getWidth());
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setGraphic(line);
      setAccessibleText(course.get() + " last " + column.last());
    }
  }

  private static final double ROW_CONTENT = 24;

  /** A value as words. */
  private static final class ValueCell extends LineCell {
    private final String field;
    private final Supplier<Optional<RunFacts>> baseline;

    ValueCell(String field, Supplier<Optional<RunFacts>> baseline) {
      this.field = field;
      this.baseline = baseline;
    }

    /** By how much a figure is above or below that of the baseline. */
    private String against(RunFacts run, FieldValue value) {
      return baseline
          .get()
          .filter(first -> isCompared() && value.isThere() && !first.name().equals(run.name()))
          .map(first -> first.value(field))
          .filter(FieldValue::isThere)
          .map(first -> value.number() - first.number())
          .map(more -> "  (" + (more > 0 ? "+" : "") + Numbers.precise(more) + ")")
          .orElse("");
    }

    private boolean isCompared() {
      RunField.Source source = new RunField(field).source();
      return source == RunField.Source.RESULT || source == RunField.Source.TRAINING;
    }

    @Override
    void show(RunFacts run) {
      FieldValue value =
          field.equals(RunField.DURATION) ? FieldWords.duration(run.record()) : run.value(field);
      boolean gain = field.equals(RunField.GAIN) && value.isThere();
      String words = FieldWords.of(field, value);
      setText(
          gain
              ? words + " vs " + run.value(RunField.BASELINE).text()
              : words + against(run, value));
      setAlignment(FieldWords.isFigure(field, value) ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    void show(RunLine.Heading heading) {
      setText(FieldWords.mean(field, heading.value(field)));
      setAlignment(Pos.CENTER_RIGHT);
    }
  }
}
