package io.makerbench.system;

import io.makerbench.system.TradingSystem.Place;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files a configuration names that are no recordings. */
public final class DataFiles {
  private DataFiles() {}

  /** The file as named where it exists, else as named within the data location. */
  public static Path find(String name, Place place) {
    Path named = Path.of(name);
    Path data = place.data();
    return Files.exists(named) || data == null ? named : data.resolve(name);
  }
}
