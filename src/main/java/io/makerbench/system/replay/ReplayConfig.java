package io.makerbench.system.replay;

import io.makerbench.config.Key;

/** The section of a configuration that the replay of recorded books defines. */
public record ReplayConfig(
    @Key(help = "Do as the published code does, or as it should.", fallback = "\"corrected\"")
        Mode mode,
    @Key(help = "Recordings, training stretches and evaluation windows.") RecordingConfig recording,
    @Key(help = "Account and venue.") SimulatorConfig simulator,
    @Key(help = "What the policy observes.") FeatureConfig features,
    @Key(
            help = "Longest time between two decisions.",
            unit = "s",
            fallback = "0.35",
            min = 0,
            max = 86400)
        double actionTimeoutSec) {}
