package io.makerbench.workbench.config;

import io.makerbench.config.ConfigNode;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.config.Problem;
import io.makerbench.experiment.ConfigFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configuration a user edits, by form or as text, with undo and redo. It holds wrong values
 * too: {@link #problems} names them in the words of the command line. No control is in it, so it
 * can be tested without a window.
 */
final class ConfigDocument {
  private static final int MOST_UNDO = 200;

  private final Deque<ObjectNode> past = new ArrayDeque<>();
  private final Deque<ObjectNode> future = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final List<Runnable> listeners = new ArrayList<>();
  private ObjectNode tree = ConfigFiles.defaults();
  private String text = Json.write(tree);
  private List<Problem> problems = List.of();

  /** Called after each change. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Replaces everything, as by opening a file; nothing before it can be undone. */
  void open(ObjectNode opened) {
    past.clear();
    future.clear();
    become(opened.deepCopy());
  }

  /** Gives one value; it may be wrong. */
  void set(ConfigPath path, JsonNode value) {
    if (!value.equals(value(path))) {
      ObjectNode changed = tree.deepCopy();
      path.put(changed, value);
      remember();
      become(ConfigFiles.problems(changed).isEmpty() ? complete(changed) : changed);
    }
  }

  /** Takes the text for the configuration; one that is not JSON changes only the problems. */
  void setText(String edited) {
    if (edited.equals(text)) {
      return;
    }
    try {
      if (!(Json.parse(edited, "The text") instanceof ObjectNode parsed)) {
        throw new InputException("The text must be a JSON object of keys in braces.");
      }
      List<Problem> found = ConfigFiles.problems(parsed);
      remember();
      tree = found.isEmpty() ? complete(parsed) : parsed;
      problems = found;
    } catch (InputException e) {
      problems = List.of(new Problem("", String.valueOf(e.getMessage())));
    }
    text = edited;
    tell();
  }

  private static ObjectNode complete(ObjectNode given) {
    return ConfigFiles.complete(given);
  }

  void undo() {
    step(past, future);
  }

  void redo() {
    step(future, past);
  }

  private void step(Deque<ObjectNode> from, Deque<ObjectNode> to) {
    if (!from.isEmpty()) {
      to.push(tree);
      become(from.pop());
    }
  }

  private void remember() {
    past.push(tree);
    future.clear();
    if (past.size() > MOST_UNDO) {
      past.removeLast();
    }
  }

  private void become(ObjectNode now) {
    tree = now;
    text = Json.write(tree);
    problems = ConfigFiles.problems(tree);
    tell();
  }

  private void tell() {
    canUndo.set(!past.isEmpty());
    canRedo.set(!future.isEmpty());
    listeners.forEach(Runnable::run);
  }

  /** The value at a place, null when it is not given. */
  @Nullable JsonNode value(ConfigPath path) {
    return path.in(tree);
  }

  /** What stands at a place when nothing is given; null when something must be. */
  static @Nullable JsonNode fallback(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Field field -> field.fallback();
      case ConfigNode.Listing listing -> listing.fallback();
      case ConfigNode.Section section -> null;
      case ConfigNode.Variant variant -> null;
    };
  }

  /** Everything wrong, in the order of the declaration. */
  List<Problem> problems() {
    return problems;
  }

  /** What is wrong at a place, in words; empty when nothing is. */
  String message(ConfigPath path) {
    return message(path, problems);
  }

  private static String message(ConfigPath path, List<Problem> among) {
    return among.stream()
        .filter(problem -> path.covers(problem.path()))
        .map(Problem::message)
        .findFirst()
        .orElse("");
  }

  /** What would be wrong at a place if it held a value; nothing is changed. */
  String messageIf(ConfigPath path, JsonNode value) {
    ObjectNode changed = tree.deepCopy();
    path.put(changed, value);
    return message(path, ConfigFiles.problems(changed));
  }

  /** The configuration as it stands, right or wrong. */
  ObjectNode tree() {
    return tree;
  }

  /** The same as text; as the user wrote it while that is the last thing done. */
  String text() {
    return text;
  }

  ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }
}
