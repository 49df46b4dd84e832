/** Published numbers and how far ours are from them. */
@NullMarked
package io.makerbench.oracle;

import org.jspecify.annotations.NullMarked;
