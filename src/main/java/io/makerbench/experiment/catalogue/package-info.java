/** The runs of a folder beside each other: as a table, with tags and notes, and their trash. */
@NullMarked
package io.makerbench.experiment.catalogue;

import org.jspecify.annotations.NullMarked;
