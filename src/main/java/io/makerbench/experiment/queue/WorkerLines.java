package io.makerbench.experiment.queue;

import io.makerbench.experiment.ProgressEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a worker process and the one that started it speak: an order a line one way, an event a line
 * the other. An event is {@value #MARK} and a JSON object of its name and content; a line without
 * the mark is something a library printed.
 */
final class WorkerLines {
  private static final String MARK = "@event ";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, Class<?>> KINDS =
      Arrays.stream(ProgressEvent.class.getPermittedSubclasses())
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private WorkerLines() {}

  /** What a worker can be told; the end of its input means the same as {@link #STOP}. */
  enum Order {
    PAUSE,
    RESUME,
    STOP,
    CHECKPOINT
  }

  static String line(ProgressEvent event) {
    return MARK + JSON.writeValueAsString(Map.of(event.getClass().getSimpleName(), event));
  }

  /** The event on a line; empty where it is none. */
  static Optional<ProgressEvent> event(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = JSON.readTree(line.substring(MARK.length()));
      String name = tree.propertyNames().iterator().next();
      Class<?> kind = KINDS.get(name);
      return kind == null
          ? Optional.empty()
          : Optional.of((ProgressEvent) JSON.treeToValue(tree.get(name), kind));
    } catch (JacksonException cutOff) {
      return Optional.empty(); // the last line of a process that died
    }
  }
}
