package io.makerbench.system.analytic;

import io.makerbench.env.Actions;
import io.makerbench.env.CopyRanges;
import io.makerbench.env.Side;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.flow.OrderFlowModel;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Markets simulated order by order. The reward is the change of cash + position × mid, less φq²dt
 * for the position at the end of the step, less αq² for closing it at the horizon.
 */
final class FlowEnv implements ModelEnv {
  private static final int WIDTH = FlowCopy.WIDTH;
  private static final int LEAST_COPIES_A_THREAD = 16;

  private final AnalyticConfig config;
  private final QuoteActions quotes;
  private final FlowCopy[] copies;
  private final CopyRanges ranges;
  private int step;
  private Actions actions = Actions.of(new Space.Discrete(1), 0);
  private Transitions transitions = new Transitions(0, 0);

  FlowEnv(
      AnalyticConfig config,
      QuoteActions quotes,
      int count,
      long seed,
      String purpose,
      int threads) {
    this.config = config;
    this.quotes = quotes;
    OrderFlowModel model = FlowModelChoice.of(config);
    copies = new FlowCopy[count];
    for (int c = 0; c < count; c++) {
      copies[c] = new FlowCopy(config, model, RandomStream.named(seed, purpose, c));
    }
    ranges = new CopyRanges(count, LEAST_COPIES_A_THREAD, threads, this::stepCopies);
  }

  @Override
  public int copies() {
    return copies.length;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(WIDTH, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public Space actionSpace() {
    return quotes.space();
  }

  @Override
  public long episodeTicks() {
    return config.steps();
  }

  @Override
  public void reset(float[] observations) {
    step = 0;
    for (int c = 0; c < copies.length; c++) {
      copies[c].begin();
      copies[c].observe(observations, c * WIDTH, 1);
    }
  }

  @Override
  public void step(Actions chosen, Transitions into) {
    actions = chosen;
    transitions = into;
    step++;
    ranges.run();
    if (step == config.steps()) {
      step = 0;
    }
  }

  private void stepCopies(int from, int to) {
    boolean ends = step == config.steps();
    double timeLeft = (double) (config.steps() - step) / config.steps();
    for (int c = from; c < to; c++) {
      FlowCopy copy = copies[c];
      double profit = copy.step(quotes.bidDepth(actions, c), quotes.askDepth(actions, c));
      double squared = (double) copy.inventory() * copy.inventory();
      double closing = ends ? config.alpha() * squared : 0;
      transitions.rewards[c] = profit - config.phi() * config.dt() * squared - closing;
      transitions.pnl[c] = copy.equity() - closing;
      transitions.terminated[c] = ends;
      transitions.truncated[c] = false;
      transitions.elapsedSeconds[c] = config.dt();
      transitions.ticks[c] = 1;
      transitions.executions[c] = copy.executions();
      if (ends) {
        copy.observe(transitions.finalObservations, c * WIDTH, 0);
        copy.begin();
      }
      copy.observe(transitions.observations, c * WIDTH, ends ? 1 : timeLeft);
    }
  }

  @Override
  public double mid(int copy) {
    return copies[copy].mid();
  }

  @Override
  public double best(int copy, Side side) {
    return copies[copy].best(side);
  }

  @Override
  public double quoted(int copy, Side side) {
    return copies[copy].quoted(side);
  }

  @Override
  public List<StepFill> fills(int copy) {
    return copies[copy].fills();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(step);
    for (FlowCopy copy : copies) {
      copy.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    step = in.readInt();
    for (FlowCopy copy : copies) {
      copy.restore(in);
    }
  }

  /** Nothing to let go of. */
  @Override
  public void close() {}
}
