/**
 * How a configuration is declared on records, read strictly, and explained: schema, reference,
 * errors in words.
 */
@NullMarked
package io.makerbench.config;

import org.jspecify.annotations.NullMarked;
