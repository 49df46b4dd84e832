package io.makerbench.oracle;

import java.util.List;

/** A publication the program is checked against. */
public sealed interface Oracle
    permits AvellanedaStoikovOracle,
        GlftOracle,
        CjpOracle,
        HawkesOracle,
        PsrOracle,
        ReferenceFillsOracle {
  /** Its name on the command line. */
  String name();

  /** One line that says what is checked. */
  String help();

  /** True where nothing can be found without recordings. */
  default boolean needsRecordings() {
    return false;
  }

  /** What can be set, with defaults. */
  List<OracleKey> keys();

  /** The cases that numbers are published for. */
  List<OracleCase> publishedCases();

  /** Our numbers in a case, each beside the published ones where there are any. */
  List<Finding> findings(OracleCase given);
}
