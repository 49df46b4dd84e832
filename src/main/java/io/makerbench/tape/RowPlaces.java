package io.makerbench.tape;

/** Says where the rows of a recorded file stood. */
interface RowPlaces {
  /** Where a row is, for an error. */
  String place(long row);

  /** Where a row is, for a finding on a tape, which does not tell where the file lay. */
  String shortPlace(long row);
}
