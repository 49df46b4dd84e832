package io.makerbench.experiment.catalogue;

import io.makerbench.config.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user types to find runs: words that occur in them, and conditions on fields, all of which
 * must hold. {@code quote tag:good state!=failed dqn.lr>=1e-4 "two words"}; a {@code -} before a
 * term turns it round. Operators are {@code = != < <= > >=} and {@code :} (holds the text); numbers
 * are compared by size, texts without regard to case, and {@code field=} asks for no value.
 */
public final class RunQuery implements Predicate<RunFacts> {
  private static final Pattern TERM = Pattern.compile("-?[^\\s\"]*\"[^\"]*\"?|\\S+");
  private static final Pattern CONDITION =
      Pattern.compile("([A-Za-z_][\\w.\\[\\]-]*)(!=|<=|>=|=|<|>|:)(.*)");
  private static final Map<String, IntPredicate> BY_SIZE =
      Map.of(
          "<", order -> order < 0,
          "<=", order -> order <= 0,
          ">", order -> order > 0,
          ">=", order -> order >= 0);

  private final List<Predicate<RunFacts>> terms = new ArrayList<>();

  private RunQuery() {}

  /**
   * Reads a query.
   *
   * @param known fields that may be named
   * @throws InputException naming the term that cannot be understood
   */
  public static RunQuery parse(String text, Collection<RunField> known) {
    RunQuery query = new RunQuery();
    Matcher matcher = TERM.matcher(text);
    while (matcher.find()) {
      query.add(matcher.group(), known);
    }
    return query;
  }

  private void add(String term, Collection<RunField> known) {
    boolean negated = term.startsWith("-") && term.length() > 1;
    Predicate<RunFacts> meant = meaning(negated ? term.substring(1) : term, known);
    terms.add(negated ? meant.negate() : meant);
  }

  private static Predicate<RunFacts> meaning(String term, Collection<RunField> known) {
    Matcher condition = CONDITION.matcher(term);
    if (!condition.matches()) {
      String word = unquoted(term);
      return run -> run.mentions(word);
    }
    String name = condition.group(1).equals("tag") ? RunField.TAGS : condition.group(1);
    RunField field = RunField.named(name, known);
    return condition(field, condition.group(2), unquoted(condition.group(3)));
  }

  private static String unquoted(String text) {
    return text.replace("\"", "");
  }

  private static Predicate<RunFacts> condition(RunField field, String operator, String wanted) {
    if (operator.equals(":")) {
      String part = wanted.toLowerCase(Locale.ROOT);
      return run -> run.value(field.id()).text().toLowerCase(Locale.ROOT).contains(part);
    }
    IntPredicate holds = BY_SIZE.get(operator);
    if (operator.equals("=") || operator.equals("!=")) {
      boolean same = operator.equals("=");
      return run -> isSame(run.value(field.id()), wanted) == same;
    }
    double bound = number(field, operator, wanted);
    return run ->
        run.value(field.id()).isNumber()
            && holds.test(Double.compare(run.value(field.id()).number(), bound));
  }

  /** A number is the same though it is written otherwise: 0.001 and 1e-3. */
  private static boolean isSame(FieldValue value, String wanted) {
    if (value.text().equalsIgnoreCase(wanted)) {
      return true;
    }
    try {
      return value.isNumber() && value.number() == Double.parseDouble(wanted);
    } catch (NumberFormatException text) {
      return false;
    }
  }

  private static double number(RunField field, String operator, String wanted) {
    try {
      return Double.parseDouble(wanted);
    } catch (NumberFormatException e) {
      throw new InputException(
          field.id() + operator + " needs a number, for example " + field.id() + operator + "0.5.",
          e);
    }
  }

  @Override
  public boolean test(RunFacts run) {
    return terms.stream().allMatch(term -> term.test(run));
  }
}
