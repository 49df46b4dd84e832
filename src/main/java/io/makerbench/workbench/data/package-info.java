/** The catalogue of tapes and recordings, with previews, import and fetching. */
@NullMarked
package io.makerbench.workbench.data;

import org.jspecify.annotations.NullMarked;
