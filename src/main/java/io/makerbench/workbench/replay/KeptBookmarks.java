package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.LatestFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The instants a user marked, for each window of each instrument, from one start to the next.
 * JavaFX thread only.
 */
final class KeptBookmarks {
  private static final Logger LOG = LoggerFactory.getLogger(KeptBookmarks.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final LatestFile file;
  private final Map<String, List<Long>> instants;

  KeptBookmarks(LatestFile file) {
    this.file = file;
    instants = new TreeMap<>(file.read().map(KeptBookmarks::parse).orElseGet(Map::of));
  }

  private static Map<String, List<Long>> parse(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, List<Long>>>() {});
    } catch (JacksonException damaged) {
      LOG.warn("The bookmarks cannot be read; there are none now.", damaged);
      return Map.of();
    }
  }

  /** The marks of a window, ns since 1970 UTC. */
  List<Long> of(ReplayData data) {
    return instants.getOrDefault(name(data), List.of());
  }

  /** A window has these marks from now on. */
  void keep(ReplayData data, List<Long> marks) {
    if (marks.isEmpty()) {
      instants.remove(name(data));
    } else {
      instants.put(name(data), marks);
    }
    file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(instants) + "\n");
  }

  private static String name(ReplayData data) {
    return "%s %s %s"
        .formatted(
            data.instrument().exchange(), data.instrument().symbol(), data.episode().window());
  }
}
