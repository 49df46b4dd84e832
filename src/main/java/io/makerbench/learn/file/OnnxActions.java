package io.makerbench.learn.file;

import io.makerbench.env.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes how an action follows from the numbers of a branch: the same as {@code ActionRule}s do.
 */
record OnnxActions(OnnxGraph graph, Space space) {
  private static final OnnxAttribute LAST_AXIS = OnnxAttribute.of("axis", -1L);

  /** The action as a tensor of {@link Space#width} numbers, whole ones where it is a choice. */
  String of(String numbers) {
    return switch (space) {
      case Space.Discrete _ -> largest(numbers);
      case Space.MultiDiscrete several -> choices(several, numbers);
      case Space.Box box when Double.isInfinite(box.low()) -> numbers;
      case Space.Box box -> within(box, numbers);
      case Space.Simplex _ -> shares(numbers);
    };
  }

  /** Whether it is a choice. */
  boolean isWhole() {
    return space instanceof Space.Discrete || space instanceof Space.MultiDiscrete;
  }

  /** The index of the first of the largest numbers. */
  private String largest(String numbers) {
    return graph.node("ArgMax", List.of(numbers), LAST_AXIS);
  }

  private String choices(Space.MultiDiscrete several, String numbers) {
    long[] lengths = several.choices().stream().mapToLong(n -> n).toArray();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < lengths.length; i++) {
      groups.add("choice" + i);
    }
    List<String> split = List.of(numbers, graph.integers("choices", lengths));
    graph.node("Split", split, groups, LAST_AXIS);
    return graph.node("Concat", groups.stream().map(this::largest).toList(), LAST_AXIS);
  }

  private String within(Space.Box box, String numbers) {
    double half = (box.high() - box.low()) / 2;
    String centre = graph.constant("action_centre", new float[] {(float) (box.low() + half)});
    String reach = graph.constant("action_reach", new float[] {(float) half});
    String bounded = graph.node("Tanh", List.of(numbers));
    return graph.node("Add", List.of(graph.node("Mul", List.of(bounded, reach)), centre));
  }

  private String shares(String numbers) {
    String parts = graph.node("Softplus", List.of(numbers));
    String axis = graph.integers("share_axis", -1);
    return graph.node("Div", List.of(parts, graph.node("ReduceSum", List.of(parts, axis))));
  }
}
