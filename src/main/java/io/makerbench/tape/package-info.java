/** Recordings in, columns out: formats, importer, validation, synthetic order flow. */
@NullMarked
package io.makerbench.tape;

import org.jspecify.annotations.NullMarked;
