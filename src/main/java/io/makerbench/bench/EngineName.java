package io.makerbench.bench;

import io.makerbench.learn.NetworkEngine;

/** Names of benchmarks that exist for either engine. */
final class EngineName {
  private EngineName() {}

  /** The bare name for the engine that is chosen by itself, with the engine's behind it else. */
  static String of(String name, NetworkEngine engine) {
    return engine == NetworkEngine.AUTO ? name : name + "-" + engine;
  }
}
