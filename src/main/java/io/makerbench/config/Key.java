package io.makerbench.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one configuration key on a record component. The component's name in snake case is the
 * key: {@code tickSize} is written {@code tick_size}. Strict reading, the JSON Schema, the form on
 * screen and the reference page all come from this annotation.
 *
 * <p>Component types: {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String},
 * {@code java.time.Instant} (UTC, {@code yyyy-MM-dd HH:mm:ss[.SSSSSS]}), enums (written in snake
 * case, or as its {@code toString} says), records, and {@code List} of these. A component marked
 * {@code @Nullable} may be null. A component of type {@code Record} is a section whose keys depend
 * on another key, see {@link #chosenBy}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** One line that tells a user what the value does. */
  String help();

  /** Unit of the value, for example {@code s}, {@code bps} or {@code ticks}. */
  String unit() default "";

  /** Default as JSON; empty for a record (all its defaults) and for a key that must be given. */
  String fallback() default "";

  /** Smallest value allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest value allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** For a component of type {@code Record}: the key beside it whose value names the record. */
  String chosenBy() default "";
}
