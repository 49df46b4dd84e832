/** Files and folders that appear whole or not at all, and who works with them. */
@NullMarked
package io.makerbench.storage;

import org.jspecify.annotations.NullMarked;
