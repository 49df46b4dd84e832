/**
 * The page of preferences: how the window looks, which keys give which command, where files are.
 */
@NullMarked
package io.makerbench.workbench.preferences;

import org.jspecify.annotations.NullMarked;
