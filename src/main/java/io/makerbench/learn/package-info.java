/**
 * The doors to learning: algorithms, their trainers, and what runs their networks. The room is the
 * only one that knows the tensor library.
 */
@NullMarked
package io.makerbench.learn;

import org.jspecify.annotations.NullMarked;
