package io.makerbench.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.MadeRuns;
import io.makerbench.experiment.catalogue.RunCatalogue;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.experiment.catalogue.RunNotes;
import io.makerbench.experiment.catalogue.RunOrder;
import io.makerbench.experiment.catalogue.RunTrash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table without a table. */
class RunsModelTest {
  @TempDir private Path home;
  private final RunsModel model = new RunsModel();
  private MadeRuns made;
  private RunCatalogue catalogue;

  @BeforeEach
  void make() {
    made = new MadeRuns(home);
    made.make("a", "seed=3", "dqn.lr=0.1");
    made.make("b", "seed=1", "agent.type=symmetric_l1");
    made.make("c", "seed=2", "dqn.lr=0.2");
    catalogue = new RunCatalogue(made.root());
    refresh();
  }

  private void refresh() {
    catalogue.refresh(model::take);
  }

  /** The lines as words: names of runs, headings in brackets. */
  private String lines() {
    return model.lines().stream()
        .map(line ->
            switch (line) {
              case RunLine.Run run -> run.now().name();
              case RunLine.Heading heading ->
                  "[" + heading.value() + " " + heading.runs().size() + "]";
            })
        .collect(Collectors.joining(" "));
  }

  private RunFolder run(String name) {
    return new RunFolder(made.root().resolve(name));
  }

  private static RunOrder by(String field) {
    return new RunOrder(field, RunOrder.Direction.ASCENDING);
  }

  @Test
  void sortsByFieldsAndByTheNewestAtFirst() {
    assertEquals("c b a", lines());
    model.sort(List.of(by(RunField.SEED)));
    assertEquals("b c a", lines());
    model.sort(List.of(by(RunField.AGENT), by("dqn.lr")));
    assertEquals("a c b", lines());
  }

  @Test
  void aQueryThatIsWrongLeavesTheLastGoodOneAndSaysWhy() {
    model.query().set("seed>=2");
    assertEquals("c a", lines());
    model.query().set("seed>=2 sped=1");
    assertTrue(model.problem().get().contains("No run has a field sped"), model.problem().get());
    assertEquals("c a", lines());
    model.query().set("");
    assertEquals("", model.problem().get());
    assertEquals("c b a", lines());
  }

  @Test
  void groupsHaveHeadingsWithMeansAndClose() {
    model.group().set(RunField.AGENT);
    assertEquals("[dqn 2] c a [symmetric_l1 1] b", lines());
    RunLine.Heading first = (RunLine.Heading) model.lines().getFirst();
    assertEquals(0.15, first.value("dqn.lr").number(), 1e-12);
    assertEquals("", first.value(RunField.SYSTEM).text(), "words have no mean");
    model.toggle(first);
    assertEquals("[dqn 2] [symmetric_l1 1] b", lines());
    assertEquals(List.of("b"), model.shown().stream().map(RunFacts::name).toList());
    model.toggle((RunLine.Heading) model.lines().getFirst());
    assertEquals("[dqn 2] c a [symmetric_l1 1] b", lines());
  }

  @Test
  void onlyFieldsThatPartTheRunsAreOfferedForGroups() {
    Set<String> offered = model.groupable().stream().map(RunField::id).collect(Collectors.toSet());
    assertTrue(offered.contains(RunField.AGENT));
    assertTrue(!offered.contains(RunField.SYSTEM), "all have the same");
    assertTrue(!offered.contains(RunField.SEED), "each has its own");
  }

  @Test
  void aLineStaysTheSameWhileItsFiguresChange() throws IOException {
    RunLine before = model.lines().getFirst();
    model.choose(model.shown().subList(0, 1));
    MadeRuns.train(run("c"), 5);
    refresh();
    assertSame(before, model.lines().getFirst());
    assertEquals(4, before.value("training.reward").number());
    assertEquals(4, model.chosen().get().getFirst().value("training.reward").number());
  }

  @Test
  void aRunThatIsGoneIsChosenNoLonger() throws IOException {
    model.choose(model.shown());
    new RunTrash(made.root()).discard(List.of(run("b")));
    refresh();
    assertEquals("c a", lines());
    assertEquals(List.of(run("c"), run("a")), model.chosenFolders());
  }

  @Test
  void archivedRunsShowWhenTheyAreAskedFor() {
    RunNotes.NONE.putAway().write(run("a"));
    refresh();
    assertEquals("c b", lines());
    model.archivedToo().set(true);
    assertEquals("c b a", lines());
  }

  @Test
  void fieldsOfAQueryMayBecomeKnownLater() throws IOException {
    model.query().set("training.reward>3");
    assertTrue(!model.problem().get().isEmpty());
    MadeRuns.train(run("a"), 5);
    refresh();
    assertEquals("", model.problem().get());
    assertEquals("a", lines());
  }
}
