/**
 * Market making in perpetual contracts on several venues at once: a made market, the classical
 * engine that quotes, exits and hedges in it, and policies that modulate the engine.
 */
@NullMarked
package io.makerbench.system.perp;

import org.jspecify.annotations.NullMarked;
