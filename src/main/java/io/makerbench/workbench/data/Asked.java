package io.makerbench.workbench.data;

import io.makerbench.config.InputException;
import java.util.List;
import java.util.function.Supplier;

/** Imports that were asked for, or why there are none. */
record Asked(List<ImportJob> jobs, String refusal) {
  static Asked of(Supplier<List<ImportJob>> form) {
    try {
      return new Asked(form.get(), "");
    } catch (InputException e) {
      return new Asked(List.of(), String.valueOf(e.getMessage()));
    }
  }
}
