package io.makerbench.workbench.config;

import io.makerbench.experiment.Recipe;
import io.makerbench.experiment.catalogue.PastRun;
import io.makerbench.experiment.catalogue.RunEstimate;
import io.makerbench.workbench.panel.Background;
import io.makerbench.workbench.plot.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;
import tools.jackson.databind.node.ObjectNode;

/** Says at the foot of the page what a run of the form will take. JavaFX thread only. */
final class EstimateLine {
  private static final Duration PAUSE = Duration.millis(300);

  private final ConfigDocument document;
  private final Background background;
  private final Path runs;
  private final Label words = new Label();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private List<PastRun> past = List.of();

  /**
   * Makes it.
   *
   * @param runs folder of the runs it is reckoned from
   */
  EstimateLine(ConfigDocument document, Background background, Path runs) {
    this.document = document;
    this.background = background;
    this.runs = runs;
    words.setId("config-estimate");
    words.getStyleClass().add("estimate");
    pause.setOnFinished(event -> show());
    document.onChange(pause::playFromStart);
  }

  Node view() {
    return words;
  }

  /** Looks again which runs there are. */
  void read() {
    background.compute(
        "Reading what earlier runs took",
        () -> PastRun.below(runs),
        found -> {
          past = found;
          show();
        });
  }

  /** What a run of the form takes; absent where that is not known. */
  Optional<RunEstimate> estimate() {
    return document.problems().isEmpty() ? RunEstimate.of(document.tree(), past) : Optional.empty();
  }

  private void show() {
    ObjectNode tree = document.tree();
    boolean learns = document.problems().isEmpty() && Recipe.of(tree).learns();
    words.setText(
        !learns
            ? ""
            : estimate()
                .map(EstimateLine::words)
                .orElse(
                    "What it takes is told here once a run of this system and learner has"
                        + " finished."));
    words.setVisible(learns);
    words.setManaged(learns);
  }

  private static String words(RunEstimate estimate) {
    String memory =
        Double.isNaN(estimate.mib())
            ? ""
            : ", " + Numbers.brief(Math.rint(estimate.mib())) + " MiB";
    String alike =
        estimate.differences() == 0
            ? "as %s took, of the same settings"
            : estimate.differences() == 1
                ? "by what %s took, which differs in 1 key"
                : "by what %s took, which differs in " + estimate.differences() + " keys";
    return "About %s steps, %s%s: %s"
        .formatted(
            Numbers.brief(Math.rint(estimate.steps())),
            Numbers.clock(estimate.seconds()),
            memory,
            alike.formatted(estimate.like()));
  }
}
