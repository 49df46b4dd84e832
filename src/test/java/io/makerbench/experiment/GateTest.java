package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class GateTest {
  @Test
  void aPausedWorkerGoesOnWhenAsked() throws InterruptedException {
    Gate gate = new Gate();
    gate.ask(Gate.Wish.PAUSE);
    CountDownLatch through = new CountDownLatch(1);
    Thread worker =
        Thread.ofPlatform()
            .start(() -> {
              gate.awaitGoOn();
              through.countDown();
            });
    assertEquals(1, through.getCount());
    gate.ask(Gate.Wish.GO_ON);
    worker.join();
    assertEquals(0, through.getCount());
  }

  @Test
  void stoppingIsFinal() {
    Gate gate = new Gate();
    gate.ask(Gate.Wish.STOP);
    gate.ask(Gate.Wish.GO_ON);
    assertEquals(Gate.Wish.STOP, gate.wish());
  }

  @Test
  void aWrittenCheckpointIsNotAskedForAgain() {
    Gate gate = new Gate();
    gate.ask(Gate.Wish.CHECKPOINT);
    gate.checkpointWritten();
    assertEquals(Gate.Wish.GO_ON, gate.wish());
    gate.ask(Gate.Wish.PAUSE);
    gate.checkpointWritten();
    assertEquals(Gate.Wish.PAUSE, gate.wish());
  }
}
