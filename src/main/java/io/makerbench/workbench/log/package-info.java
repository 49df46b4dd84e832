/** What the program says of its own work: kept in memory and in a file, and shown on a page. */
@NullMarked
package io.makerbench.workbench.log;

import org.jspecify.annotations.NullMarked;
