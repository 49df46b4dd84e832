package io.makerbench.system.control;

import io.makerbench.config.Key;

/** The section of a configuration that the problems of control define. */
record ControlConfig(
    @Key(help = "What is to be learned.", fallback = "\"cartpole\"") Problem problem,
    @Key(help = "Seed of the evaluation windows, the same for every run.", fallback = "1")
        long evaluationSeed,
    @Key(
            help = "Windows policies are judged on.",
            unit = "windows",
            fallback = "8",
            min = 1,
            max = 1000)
        int evaluationWindows,
    @Key(
            help = "Episodes in a window, one after the other.",
            unit = "episodes",
            fallback = "20",
            min = 1,
            max = 1000)
        int windowEpisodes) {}
