package io.makerbench.experiment.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An order of runs by one of their fields; those without a value come last either way.
 *
 * @param field id of the field
 */
public record RunOrder(String field, Direction direction) implements Comparator<RunFacts> {
  /** Which end comes first. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  /** The newest first. */
  public static final RunOrder NEWEST = new RunOrder(RunField.CREATED, Direction.DESCENDING);

  /**
   * Reads {@code field,-other}: a minus turns an order round.
   *
   * @throws io.makerbench.config.InputException when a field is not known
   */
  public static List<RunOrder> parse(String text, Collection<RunField> known) {
    List<RunOrder> orders = new ArrayList<>();
    for (String part : text.split(",")) {
      boolean down = part.startsWith("-");
      RunField field = RunField.named(down ? part.substring(1) : part, known);
      orders.add(new RunOrder(field.id(), down ? Direction.DESCENDING : Direction.ASCENDING));
    }
    return orders;
  }

  /** By the first of some orders, where that leaves runs equal by the next; at last by name. */
  public static Comparator<RunFacts> by(List<RunOrder> orders) {
    Comparator<RunFacts> whole = (a, b) -> 0;
    for (RunOrder order : orders) {
      whole = whole.thenComparing(order);
    }
    return whole.thenComparing(Comparator.comparing(RunFacts::name).reversed());
  }

  @Override
  public int compare(RunFacts a, RunFacts b) {
    FieldValue first = a.value(field);
    FieldValue second = b.value(field);
    if (first.isThere() != second.isThere()) {
      return first.isThere() ? -1 : 1;
    }
    return direction == Direction.ASCENDING ? first.compareTo(second) : second.compareTo(first);
  }
}
