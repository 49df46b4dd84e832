package io.makerbench.experiment.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.SmallRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RunCatalogueTest {
  @TempDir private Path home;
  private MadeRuns made;

  @BeforeEach
  void make() {
    made = new MadeRuns(home);
  }

  private static List<RunCatalogue.Changes> refresh(RunCatalogue catalogue) {
    List<RunCatalogue.Changes> told = new ArrayList<>();
    catalogue.refresh(told::add);
    return told;
  }

  @Test
  void aRunIsToldWithItsConfigurationItsTrainingAndItsNotes() throws IOException {
    RunFolder run = made.make("alpha", "dqn.lr=0.003", "seed=9");
    MadeRuns.train(run, 5);
    RunNotes.NONE.tagged(List.of("good")).noted("look here").labelled("Alpha 1").write(run);
    RunFacts facts = RunCatalogue.readAll(made.root()).getFirst();
    assertEquals("Alpha 1", facts.label());
    assertEquals(0.003, facts.value("dqn.lr").number());
    assertEquals(9, facts.value(RunField.SEED).number());
    assertEquals(4, facts.value("training.reward").number());
    assertEquals(0.5, facts.value("training.loss").number(), "the last row has none");
    assertEquals("good", facts.value(RunField.TAGS).text());
    assertEquals("look here", facts.value(RunField.NOTES).text());
    assertEquals(FieldValue.NONE, facts.value("no.such.key"));
  }

  @Test
  void aCloneTellsWhatWasChangedAndAConfigurationThatItWasEdited() throws IOException {
    RunFolder origin = made.make("origin", "seed=1");
    ObjectNode config = (ObjectNode) origin.readConfig();
    RunFolder clone =
        new Runner(SmallRun.settings(home))
            .create(made.root().resolve("clone"), config.put("seed", 2), "origin");
    RunFacts facts = RunCatalogue.readAll(made.root()).getFirst();
    assertEquals("origin", facts.name());
    assertEquals(FieldValue.NONE, facts.value(RunField.CHANGED_KEYS));
    RunFacts cloned = RunCatalogue.readAll(made.root()).getLast();
    assertEquals("seed: 1 → 2", cloned.value(RunField.CHANGED_KEYS).text());
    String hash = cloned.value(RunField.CONFIG_HASH).text();
    assertTrue(hash.matches("[0-9a-f]{12}"), hash);
    Files.writeString(clone.config(), Json.write(config.put("seed", 3)));
    RunFacts edited = RunCatalogue.readAll(made.root()).getLast();
    assertEquals(
        hash + ", config.json was edited since", edited.value(RunField.CONFIG_HASH).text());
  }

  @Test
  void onlyWhatChangedIsReadAgainOnceARunHasEnded() throws IOException {
    RunFolder first = made.make("a");
    made.make("b");
    RunCatalogue catalogue = new RunCatalogue(made.root());
    assertEquals(2, refresh(catalogue).getFirst().read().size());
    assertEquals(List.of(), refresh(catalogue), "a run whose process has gone is stopped");
    RunNotes.NONE.noted("new").write(first);
    List<RunFacts> again = refresh(catalogue).getFirst().read();
    assertEquals(List.of(first), again.stream().map(RunFacts::folder).toList());
  }

  @Test
  void whatIsGoneIsToldAndWhatIsDamagedIsNamed() throws IOException {
    RunFolder kept = made.make("kept");
    RunFolder gone = made.make("gone");
    RunCatalogue catalogue = new RunCatalogue(made.root());
    refresh(catalogue);
    new RunTrash(made.root()).discard(List.of(gone));
    Files.writeString(kept.run(), "{");
    List<RunCatalogue.Changes> told = refresh(catalogue);
    assertEquals(Set.of(gone.path()), told.get(0).gone());
    assertEquals(Set.of("kept"), told.get(1).unreadable().keySet());
    assertTrue(told.get(1).unreadable().get("kept").contains("damaged"));
  }

  @Test
  void firstRunsAreToldBeforeAllAreRead() {
    for (int i = 0; i < 60; i++) {
      made.make(String.format("run-%02d", i));
    }
    List<RunCatalogue.Changes> told = refresh(new RunCatalogue(made.root()));
    assertEquals(2, told.size());
    assertEquals("run-59", told.getFirst().read().getFirst().name(), "the newest first");
  }

  @Test
  void newAndChangedRunsAreToldByTheFileSystem() throws IOException, InterruptedException {
    RunFolder old = made.make("old");
    BlockingQueue<Path> told = new LinkedBlockingQueue<>();
    try (RunWatch watch = new RunWatch(made.root(), told::addAll)) {
      watch.watch(old.path());
      RunNotes.NONE.noted("new").write(old);
      assertEquals(old.path(), told.poll(30, TimeUnit.SECONDS));
      RunFolder fresh = made.make("fresh");
      assertEquals(fresh.path(), told.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void aFolderOfRunsThatIsMadeLaterIsToldWhole() throws IOException, InterruptedException {
    BlockingQueue<Path> told = new LinkedBlockingQueue<>();
    try (RunWatch watch = new RunWatch(made.root(), told::addAll)) {
      watch.watch(home); // again changes nothing
      assertTrue(Files.notExists(made.root()), "to look makes none");
      made.make("first");
      assertEquals(made.root(), told.poll(30, TimeUnit.SECONDS));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                 | a b c",
        "alpha              | a",
        "-alpha             | b c",
        "seed=2             | b",
        "seed>=2            | b c",
        "dqn.lr=1e-3        | a",
        "dqn.lr<0.001       | b c",
        "seed!=2 agent=DQN  | a c",
        "tag:goo            | b",
        "tags=              | a c",
        "'\"two words\"'    | c",
        "notes:two seed<9   | c",
      })
  void queriesFind(String query, String expected) throws IOException {
    made.make("a", "label=alpha", "dqn.lr=0.001", "seed=1");
    RunNotes.NONE.tagged(List.of("good")).write(made.make("b", "dqn.lr=0.0001", "seed=2"));
    RunNotes.NONE.noted("of two words").write(made.make("c", "dqn.lr=0.0001", "seed=3"));
    List<RunFacts> all = RunCatalogue.readAll(made.root());
    RunQuery asked = RunQuery.parse(query, RunField.of(all));
    List<String> found = all.stream().filter(asked).map(RunFacts::name).sorted().toList();
    assertEquals(expected, String.join(" ", found));
  }

  @Test
  void queriesThatCannotBeUnderstoodSayWhy() {
    made.make("a");
    List<RunField> known = RunField.of(RunCatalogue.readAll(made.root()));
    String unknown = message("lrr=1", known);
    assertTrue(unknown.contains("No run has a field lrr"), unknown);
    assertTrue(message("dqn.lr>much", known).contains("needs a number"));
    assertTrue(message("lr=1", known).contains("may be"), "dqn, ppo and others have one");
  }

  private static String message(String query, List<RunField> known) {
    return String.valueOf(
        assertThrows(InputException.class, () -> RunQuery.parse(query, known)).getMessage());
  }

  @Test
  void ordersSortNumbersBySizeAndPutWhatIsMissingLast() {
    made.make("a", "seed=10");
    made.make("b", "seed=9");
    List<RunFacts> all = new ArrayList<>(RunCatalogue.readAll(made.root()));
    List<RunField> known = RunField.of(all);
    all.sort(RunOrder.by(RunOrder.parse("seed", known)));
    assertEquals("b", all.getFirst().name());
    all.sort(RunOrder.by(RunOrder.parse("-seed", known)));
    assertEquals("a", all.getFirst().name());
  }
}
