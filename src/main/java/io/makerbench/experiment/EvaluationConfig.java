package io.makerbench.experiment;

import io.makerbench.config.Key;
import java.util.List;

/** How policies are judged. */
public record EvaluationConfig(
    @Key(help = "Judge the agent and the baselines on the evaluation windows.", fallback = "true")
        boolean enabled,
    @Key(
            help =
                "Baselines that pass through the same windows; the first is compared with. The"
                    + " default is that of lob-replay; each system has its own.",
            fallback = "[\"symmetric_l1\", \"do_nothing\"]")
        List<String> baselines,
    @Key(help = "Write the CSV logs of every fill.", fallback = "true") boolean evalLogFlag,
    @Key(
            help =
                "Market ticks of training, or epochs of imitation, between judgements of the policy as"
                    + " it stands, drawn as a curve; 0 for none. They take time, and stop no training: the"
                    + " windows are those of the evaluation.",
            unit = "ticks",
            fallback = "0",
            min = 0)
        long duringTicks,
    @Key(
            help = "How many of the evaluation windows, from the first, such a judgement is on.",
            unit = "windows",
            fallback = "2",
            min = 1)
        int duringWindows) {}
