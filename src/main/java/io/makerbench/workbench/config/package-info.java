/** The form of a configuration, and the JSON beside it. */
@NullMarked
package io.makerbench.workbench.config;

import org.jspecify.annotations.NullMarked;
