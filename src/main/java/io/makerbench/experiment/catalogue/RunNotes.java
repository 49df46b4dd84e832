package io.makerbench.experiment.catalogue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.RunFolder;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a user wrote about a run, kept as {@code notes.json} in its folder. The run itself never
 * writes it, and a folder without the file is as good.
 *
 * @param label name shown instead of the configuration's; null for none
 * @param tags words to find it by, each once, in the order they were given
 * @param notes free text; empty when there is none
 * @param archived whether lists leave it out unless they are asked for it
 */
public record RunNotes(@Nullable String label, List<String> tags, String notes, boolean archived) {
  /** Nothing was written. */
  public static final RunNotes NONE = new RunNotes(null, List.of(), "", false);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public RunNotes {
    tags = tags == null ? List.of() : tags.stream().map(RunNotes::tag).distinct().toList();
    notes = notes == null ? "" : notes;
  }

  private static String tag(String text) {
    String tag = text.strip();
    if (tag.isEmpty() || !tag.matches("[^\\s,]+")) {
      throw new InputException(
          "A tag is one word without a comma, for example baseline; not \"" + text + "\".");
    }
    return tag;
  }

  /** Where they are kept. */
  public static Path file(RunFolder run) {
    return run.path().resolve("notes.json");
  }

  /** Reads what was written about a run. */
  public static RunNotes read(RunFolder run) {
    Path file = file(run);
    try {
      return JSON.readValue(Files.readString(file), RunNotes.class);
    } catch (NoSuchFileException none) {
      return NONE;
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new InputException(
          file + " is damaged: " + e.getOriginalMessage() + ". Mend it, or delete it.", e);
    }
  }

  /** Keeps them; the file appears whole. */
  public void write(RunFolder run) {
    WholeFile.write(file(run), JSON.writeValueAsString(this) + "\n");
  }

  /** The same under another name; an empty one leads back to the configuration's. */
  public RunNotes labelled(String newLabel) {
    String stripped = newLabel.strip();
    return new RunNotes(stripped.isEmpty() ? null : stripped, tags, notes, archived);
  }

  /** The same with some tags more. */
  public RunNotes tagged(List<String> more) {
    List<String> all = new ArrayList<>(tags);
    all.addAll(more);
    return new RunNotes(label, all, notes, archived);
  }

  /** The same without some tags. */
  public RunNotes untagged(List<String> fewer) {
    return new RunNotes(
        label, tags.stream().filter(tag -> !fewer.contains(tag)).toList(), notes, archived);
  }

  /** The same with another text. */
  public RunNotes noted(String newNotes) {
    return new RunNotes(label, tags, newNotes, archived);
  }

  /** The same put away. */
  public RunNotes putAway() {
    return new RunNotes(label, tags, notes, true);
  }

  /** The same taken back into the lists. */
  public RunNotes takenBack() {
    return new RunNotes(label, tags, notes, false);
  }
}
