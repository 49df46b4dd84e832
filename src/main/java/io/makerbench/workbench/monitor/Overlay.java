package io.makerbench.workbench.monitor;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.panel.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The runs whose curves are drawn on the same axes: the one in front, and the others chosen that
 * are not hidden.
 *
 * @param runs the one in front first
 * @param notDrawn others chosen, beyond {@value #MOST}
 */
record Overlay(List<LiveRun> runs, int notDrawn) {
  /** More would be neither told apart nor read. */
  static final int MOST = 12;

  private static final String STAMP = "^\\d{4}-\\d{2}-\\d{2}_\\d{2}-\\d{2}-\\d{2}_";

  /** What is chosen now; there must be a run in front. */
  static Overlay of(Workspace workspace, RunDesk desk) {
    List<LiveRun> runs = new ArrayList<>();
    runs.add(desk.follow(Objects.requireNonNull(workspace.current().get())));
    RunLooks looks = workspace.looks();
    List<RunFolder> others =
        workspace.selected().stream()
            .filter(folder -> looks.isShown(folder.name()))
            .filter(folder -> !folder.equals(runs.getFirst().folder()))
            .toList();
    others.stream().limit(MOST - 1L).map(desk::follow).forEach(runs::add);
    return new Overlay(List.copyOf(runs), Math.max(0, others.size() - (MOST - 1)));
  }

  LiveRun front() {
    return runs.getFirst();
  }

  boolean isOne() {
    return runs.size() == 1;
  }

  /** A run's name without the time it was made, unless that alone tells it from another. */
  String name(LiveRun run) {
    String brief = brief(run.folder().name());
    long same = runs.stream().filter(other -> brief(other.folder().name()).equals(brief)).count();
    return same > 1 ? run.folder().name() : brief;
  }

  /** The runs by their configurations. */
  List<SeedGroup> groups() {
    return SeedGroup.of(runs);
  }

  /** Whether some of the runs are seeds of one configuration. */
  boolean hasSeeds() {
    return groups().stream().anyMatch(SeedGroup::isSeveral);
  }

  /** A group's label, unless another has it too; with the number of its seeds. */
  String name(SeedGroup group) {
    if (!group.isSeveral()) {
      return name(group.first());
    }
    String label = group.first().label();
    long same = groups().stream().filter(g -> g.first().label().equals(label)).count();
    return (label.isEmpty() || same > 1 ? name(group.first()) : label)
        + " · "
        + group.runs().size()
        + " seeds";
  }

  /** A name without the time a run was made. */
  static String brief(String name) {
    String rest = name.replaceFirst(STAMP, "");
    return rest.isEmpty() ? name : rest;
  }
}
