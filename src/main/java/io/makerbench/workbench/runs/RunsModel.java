package io.makerbench.workbench.runs;

import io.makerbench.config.InputException;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.RunCatalogue;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.experiment.catalogue.RunOrder;
import io.makerbench.experiment.catalogue.RunQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the table of runs shows: which runs in which order under which headings, and which of them
 * are chosen. It knows no control. JavaFX thread only.
 */
final class RunsModel {
  /** More groups than these are no help. */
  private static final int MOST_GROUPS = 60;

  private final Map<Path, RunLine.Run> runs = new LinkedHashMap<>();
  private final Map<String, String> unreadable = new TreeMap<>();
  private final ObservableList<RunLine> lines = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty archivedToo = new SimpleBooleanProperty();
  private final StringProperty group = new SimpleStringProperty("");
  private final StringProperty baseline = new SimpleStringProperty("");
  private final Set<String> closed = new HashSet<>();
  private final Set<String> fieldNames = new HashSet<>();
  private final ReadOnlyObjectWrapper<List<RunFacts>> chosen =
      new ReadOnlyObjectWrapper<>(List.of());
  private final List<Runnable> listeners = new ArrayList<>();
  private List<RunOrder> order = List.of(RunOrder.NEWEST);
  private List<RunField> fields = RunField.of(List.of());
  private @Nullable RunQuery asked;

  RunsModel() {
    query.subscribe(text -> ask());
    archivedToo.subscribe(on -> arrange());
    baseline.subscribe(name -> arrange());
    group.subscribe(field -> {
      closed.clear();
      arrange();
    });
  }

  /** Takes over what was read of the folder. */
  void take(RunCatalogue.Changes changes) {
    changes.gone().forEach(runs::remove);
    for (RunFacts facts : changes.read()) {
      unreadable.remove(facts.name());
      RunLine.Run line = runs.get(facts.folder().path());
      if (line == null) {
        runs.put(facts.folder().path(), new RunLine.Run(facts));
      } else {
        line.facts().set(facts);
      }
    }
    unreadable.putAll(changes.unreadable());
    learn(changes.read());
    ask();
    chooseAgain();
  }

  /** Of thousands of runs nearly all have the same fields; sorting them anew is dear. */
  private void learn(List<RunFacts> read) {
    boolean more = false;
    for (RunFacts run : read) {
      more |= fieldNames.addAll(run.values().keySet());
    }
    if (more) {
      fields = RunField.of(all());
    }
  }

  /** Reads the query anew: a field it names may have become known. */
  private void ask() {
    try {
      asked = RunQuery.parse(query.get(), fields);
      problem.set("");
    } catch (InputException e) {
      problem.set(runs.isEmpty() ? "" : String.valueOf(e.getMessage()));
    }
    arrange();
  }

  private void arrange() {
    Comparator<RunFacts> by = RunOrder.by(order);
    List<RunLine.Run> shown =
        runs.values().stream()
            .filter(this::isShown)
            .sorted((a, b) -> by.compare(a.now(), b.now()))
            .toList();
    List<RunLine> arranged = new ArrayList<>();
    baselineLine().ifPresent(arranged::add);
    List<RunLine.Run> others = shown.stream().filter(line -> !arranged.contains(line)).toList();
    arranged.addAll(group.get().isEmpty() ? others : grouped(others));
    if (!arranged.equals(lines)) {
      lines.setAll(arranged);
    }
    listeners.forEach(Runnable::run);
  }

  private boolean isShown(RunLine.Run line) {
    RunFacts run = line.now();
    return (archivedToo.get() || !run.notes().archived()) && (asked == null || asked.test(run));
  }

  private List<RunLine> grouped(List<RunLine.Run> shown) {
    Map<String, List<RunLine.Run>> groups = new TreeMap<>();
    for (RunLine.Run line : shown) {
      groups.computeIfAbsent(line.value(group.get()).text(), key -> new ArrayList<>()).add(line);
    }
    List<RunLine> arranged = new ArrayList<>();
    groups.forEach((value, members) -> {
      boolean open = !closed.contains(value);
      arranged.add(
          new RunLine.Heading(
              group.get(), value, members.stream().map(RunLine.Run::now).toList(), open));
      if (open) {
        arranged.addAll(members);
      }
    });
    return arranged;
  }

  private Optional<RunLine.Run> baselineLine() {
    return runs.values().stream()
        .filter(line -> line.now().name().equals(baseline.get()))
        .findFirst();
  }

  /** Name of the run that stays on top, whatever is asked for; empty for none. */
  StringProperty baseline() {
    return baseline;
  }

  /** The run on top, which others are held against. */
  Optional<RunFacts> baselineRun() {
    return baselineLine().map(RunLine.Run::now);
  }

  /** Opens or closes a group. */
  void toggle(RunLine.Heading heading) {
    if (!closed.remove(heading.value())) {
      closed.add(heading.value());
    }
    arrange();
  }

  /** Called after the lines may have changed. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** The lines, in order. */
  ObservableList<RunLine> lines() {
    return lines;
  }

  /** What is asked for, as {@link RunQuery} reads it. */
  StringProperty query() {
    return query;
  }

  /** Why the query cannot be understood; empty when it can. The last good one holds till then. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  BooleanProperty archivedToo() {
    return archivedToo;
  }

  /** Field whose values the runs are grouped by; empty for none. */
  StringProperty group() {
    return group;
  }

  List<RunOrder> order() {
    return order;
  }

  void sort(List<RunOrder> by) {
    order = List.copyOf(by);
    arrange();
  }

  /** Whether no run is known at all. */
  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Every run that is known. */
  List<RunFacts> all() {
    return runs.values().stream().map(RunLine.Run::now).toList();
  }

  /** The runs on screen, in order; those of closed groups are not. */
  List<RunFacts> shown() {
    return lines.stream()
        .filter(RunLine.Run.class::isInstance)
        .map(line -> ((RunLine.Run) line).now())
        .toList();
  }

  /** Every field that a run has. */
  List<RunField> fields() {
    return fields;
  }

  /** Fields in which some runs differ and others do not. */
  List<RunField> groupable() {
    List<RunFacts> all = all();
    return fields.stream().filter(field -> parts(all, field.id())).toList();
  }

  private static boolean parts(Collection<RunFacts> all, String field) {
    Set<String> values = new HashSet<>();
    for (RunFacts run : all) {
      values.add(run.value(field).text());
      if (values.size() > MOST_GROUPS) {
        return false;
      }
    }
    return values.size() > 1 && values.size() < all.size();
  }

  /** Why runs cannot be read, by the names of their folders. */
  Map<String, String> unreadable() {
    return unreadable;
  }

  /** The runs a user chose, in the order of the table. */
  ReadOnlyObjectProperty<List<RunFacts>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  void choose(List<RunFacts> selection) {
    chosen.set(List.copyOf(selection));
  }

  List<RunFolder> chosenFolders() {
    return chosen.get().stream().map(RunFacts::folder).toList();
  }

  /** What is known now of the runs chosen; those that are gone are chosen no longer. */
  private void chooseAgain() {
    List<RunFacts> now = new ArrayList<>();
    for (RunFacts run : chosen.get()) {
      RunLine.Run line = runs.get(run.folder().path());
      if (line != null) {
        now.add(line.now());
      }
    }
    if (!now.equals(chosen.get())) {
      chosen.set(List.copyOf(now));
    }
  }
}
