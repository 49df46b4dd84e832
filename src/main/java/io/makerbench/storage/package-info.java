/** Files and folders that appear whole or not at all. */
@NullMarked
package io.makerbench.storage;

import org.jspecify.annotations.NullMarked;
