package io.makerbench.workbench.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a user for places in the file system; what is empty was thought better of. */
public interface DataDialogs {
  /** Recordings to import. */
  List<Path> recordings();

  /** A folder of recordings. */
  Optional<Path> folder();

  /** Where to put a tape. */
  Optional<Path> tape();
}
