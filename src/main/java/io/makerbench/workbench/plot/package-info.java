/** Curves on axes: our own view over the chart library, for any number of points. */
@NullMarked
package io.makerbench.workbench.plot;

import org.jspecify.annotations.NullMarked;
