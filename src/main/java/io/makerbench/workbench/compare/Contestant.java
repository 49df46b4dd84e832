package io.makerbench.workbench.compare;

import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.experiment.RunFolder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A policy that is compared.
 *
 * @param policy which, and the runs that have it
 * @param colour number of its colour in the palette
 */
record Contestant(EvaluatedRuns.Policy policy, int colour) {
  /**
   * Gives policies their colours: an agent has that of its first run, the others have those that
   * are left.
   *
   * @param colours numbers of the runs' colours
   */
  static List<Contestant> of(EvaluatedRuns runs, Map<RunFolder, Integer> colours) {
    Iterator<Integer> left =
        IntStream.iterate(0, colour -> colour + 1)
            .filter(colour -> !colours.containsValue(colour))
            .iterator();
    List<Contestant> contestants = new ArrayList<>();
    for (EvaluatedRuns.Policy policy : runs.policies()) {
      Integer own = policy.agent() ? colours.get(policy.runs().getFirst()) : null;
      contestants.add(new Contestant(policy, own == null ? left.next() : own));
    }
    return List.copyOf(contestants);
  }

  String name() {
    return policy.name();
  }
}
