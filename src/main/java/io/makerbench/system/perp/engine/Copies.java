package io.makerbench.system.perp.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Everything that is kept for all copies of a desk. */
public final class Copies {
  private static final double FIRST_MARGIN_USD = 10_000;

  /** Distance to liquidation of a position that is small for its margin. */
  public static final double FAR_FROM_LIQUIDATION = 10;

  private final int count;
  private final Terms terms;
  private final Columns columns = new Columns();
  private final DrawnTerms drawn;
  private final VenueStates venues;
  private final DeskStates desks;

  public Copies(int count, Terms terms) {
    this.count = count;
    this.terms = terms;
    drawn = new DrawnTerms(count, terms.venues, columns);
    venues = new VenueStates(count * terms.venues, columns);
    desks = new DeskStates(count, columns);
    Arrays.fill(venues.spreadScale, 1);
    Arrays.fill(venues.sizeScale, 1);
    Arrays.fill(venues.hedgeWeight, 1.0 / terms.venues);
    desks.leaveHedges();
  }

  /** Number of copies. */
  public int count() {
    return count;
  }

  /** What is the same for all copies. */
  public Terms terms() {
    return terms;
  }

  /** What is drawn for each episode. */
  public DrawnTerms drawn() {
    return drawn;
  }

  /** The venues of all copies. */
  public VenueStates venues() {
    return venues;
  }

  /** The desk of each copy. */
  public DeskStates desks() {
    return desks;
  }

  /** Further columns that are saved with these. */
  public Columns columns() {
    return columns;
  }

  /** Forgets what a copy was; its drawn terms and its policy's wishes stay. */
  public void clear(int copy) {
    int from = copy * terms.venues;
    int to = from + terms.venues;
    venues.clear(from, to);
    Arrays.fill(venues.margin, from, to, FIRST_MARGIN_USD);
    Arrays.fill(venues.distance, from, to, FAR_FROM_LIQUIDATION);
    desks.clear(copy);
  }

  /** Writes all of it. */
  public void save(DataOutput out) throws IOException {
    columns.save(out);
  }

  /** Reads what {@link #save} wrote. */
  public void restore(DataInput in) throws IOException {
    columns.restore(in);
  }
}
