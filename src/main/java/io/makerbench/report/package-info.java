/** Reports as HTML, CSV and JSON. */
@NullMarked
package io.makerbench.report;

import org.jspecify.annotations.NullMarked;
