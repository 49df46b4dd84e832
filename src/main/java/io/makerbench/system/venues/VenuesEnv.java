package io.makerbench.system.venues;

import io.makerbench.env.Actions;
import io.makerbench.env.CopyRanges;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.system.Span;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Copies that learn to quote in the same recordings. A step is one wake-up to the next; an episode
 * is the passage through one stretch, and copies take the stretches in turn. Its end is terminal:
 * the position is closed. All copies share the recordings; nothing in them is left to chance.
 */
final class VenuesEnv implements VectorEnv {
  private static final double SECONDS_PER_NS = 1e-9;

  private final VenueSetup setup;
  private final Observation observation;
  private final Course[] courses;
  private final long episodeTicks;
  private final double seconds;
  private final CopyRanges ranges;
  private Actions actions;
  private Transitions transitions;

  VenuesEnv(
      VenueSetup setup,
      Observation observation,
      List<Span<Session>> stretches,
      int copies,
      int mostThreads) {
    this.setup = setup;
    this.observation = observation;
    courses = new Course[copies];
    for (int c = 0; c < copies; c++) {
      courses[c] = new Course(setup, stretches);
    }
    long interval = Passage.interval(setup.config());
    episodeTicks =
        stretches.stream().mapToLong(stretch -> Passage.wakeUps(stretch, interval)).sum();
    seconds = interval * SECONDS_PER_NS;
    ranges = new CopyRanges(copies, 1, mostThreads, this::stepCopies);
    actions = Actions.of(actionSpace(), 0);
    transitions = new Transitions(0, 0);
  }

  @Override
  public int copies() {
    return courses.length;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(observation.width(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(setup.menu().choices());
  }

  /** Wake-ups of all stretches together. */
  @Override
  public long episodeTicks() {
    return episodeTicks;
  }

  @Override
  public boolean isRecorded() {
    return true;
  }

  @Override
  public void reset(float[] observations) {
    for (int c = 0; c < courses.length; c++) {
      courses[c].reset();
      observation.write(courses[c].passage(), observations, c * observation.width());
    }
  }

  @Override
  public void step(Actions newActions, Transitions newTransitions) {
    actions = newActions;
    transitions = newTransitions;
    ranges.run();
  }

  private void stepCopies(int from, int to) {
    for (int c = from; c < to; c++) {
      stepCopy(c);
    }
  }

  private void stepCopy(int c) {
    Course course = courses[c];
    int before = course.passage().executions();
    transitions.rewards[c] = course.step(actions.discrete[c]);
    transitions.pnl[c] = course.passage().pnl();
    transitions.elapsedSeconds[c] = seconds;
    transitions.executions[c] = course.passage().executions() - before;
    transitions.terminated[c] = course.passage().over();
    transitions.truncated[c] = false;
    transitions.ticks[c] = 1;
    if (course.passage().over()) {
      observation.write(course.passage(), transitions.finalObservations, c * observation.width());
      course.next();
      transitions.ticks[c]++; // so that an episode counts as many ticks as it has
    }
    observation.write(course.passage(), transitions.observations, c * observation.width());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Course course : courses) {
      course.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (Course course : courses) {
      course.restore(in);
    }
  }

  /** Nothing to let go of: the recordings belong to the market. */
  @Override
  public void close() {}
}
