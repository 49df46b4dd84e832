/** Market making on recorded order books: simulator, features, environment, baselines. */
@NullMarked
package io.makerbench.system.replay;

import org.jspecify.annotations.NullMarked;
