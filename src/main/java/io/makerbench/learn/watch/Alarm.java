package io.makerbench.learn.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says what a rule found once, when it is sure, and again only after it had gone away. */
final class Alarm {
  private final Rule rule;
  private long since;
  private int shown;
  private int clear;
  private boolean said;

  Alarm(Rule rule) {
    this.rule = rule;
  }

  /** What there is to say after a period; null for nothing. */
  @Nullable Finding hear(Period period) {
    switch (rule.judge(period)) {
      case Judgement.Symptom symptom -> {
        return shows(period, symptom);
      }
      case Judgement.Plain plain -> {
        if (plain == Judgement.Plain.HEALTHY) {
          showsNothing();
        }
        return null;
      }
    }
  }

  private @Nullable Finding shows(Period period, Judgement.Symptom symptom) {
    if (shown == 0) {
      since = period.since();
    }
    shown++;
    clear = 0;
    if (said || shown < rule.patience()) {
      return null;
    }
    said = true;
    return new Finding(period.step(), since, rule.kind(), symptom.seen(), symptom.advice());
  }

  private void showsNothing() {
    clear++;
    if (!said || clear >= rule.patience()) {
      said = false;
      shown = 0;
    }
  }

  FindingKind kind() {
    return rule.kind();
  }

  /** True while it shows, said or not. */
  boolean shows() {
    return shown > 0;
  }

  /** When what shows now began. */
  long since() {
    return since;
  }

  /** True from when it was said until it has gone away. */
  boolean stands() {
    return said;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(since);
    out.writeInt(shown);
    out.writeInt(clear);
    out.writeBoolean(said);
    rule.save(out);
  }

  void restore(DataInput in) throws IOException {
    since = in.readLong();
    shown = in.readInt();
    clear = in.readInt();
    said = in.readBoolean();
    rule.restore(in);
  }
}
