package io.makerbench.workbench.panel;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form as it stands, kept in the program's own folder so that a killed program loses nothing.
 * The page that holds the form keeps it after each change and drops it once it is saved or started;
 * what a former window left is offered at the next start.
 */
public final class Draft implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Draft.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * A form that was neither saved nor started.
   *
   * @param text what stood in it, as JSON; it may be wrong
   * @param origin where it came from, in the form's words
   */
  public record Kept(String text, String origin) {}

  private final LatestFile file;
  private final Optional<Kept> left;

  Draft(Path home) {
    file = new LatestFile(home.resolve("draft.json"));
    left = file.read().flatMap(Draft::parse);
  }

  private static Optional<Kept> parse(String text) {
    try {
      return Optional.of(JSON.readValue(text, Kept.class));
    } catch (JacksonException damaged) {
      LOG.warn("The form that was left cannot be read.", damaged);
      return Optional.empty();
    }
  }

  /** What a former window left; the same for the life of this window. */
  public Optional<Kept> left() {
    return left;
  }

  /** Keeps the form as it is now; written elsewhere, soon. */
  public void keep(String text, String origin) {
    file.write(JSON.writeValueAsString(new Kept(text, origin)));
  }

  /** There is nothing to be lost any more. */
  public void drop() {
    file.remove();
  }

  /** Waits until the last change is written. */
  @Override
  public void close() {
    file.close();
  }
}
