package io.makerbench.workbench.replay;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints scenes on a thread of its own. Only the latest scene asked for is painted, and only the
 * latest picture is kept; three sets of plates go round, so a frame allocates nothing. {@link
 * #request}, {@link #take} and {@link #release} never block.
 */
final class PictureWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PictureWorker.class);

  private final BlockingQueue<Scene> wanted = new ArrayBlockingQueue<>(1);
  private final AtomicReference<@Nullable Picture> finished = new AtomicReference<>();

  /** One set is painted on, one waits to be shown, one is being shown. */
  private final BlockingQueue<Plates> spare = new ArrayBlockingQueue<>(3);

  private final Thread thread =
      Thread.ofPlatform().daemon().name("replay-pictures").unstarted(this::work);

  PictureWorker() {
    thread.start();
  }

  /** A painted scene; its plates go back by {@link #release}. */
  record Picture(Scene scene, Plates plates, Painter.Ranges ranges) {}

  /** Paints this scene next; one that was waiting is dropped. */
  void request(Scene scene) {
    wanted.poll();
    wanted.offer(scene);
  }

  /** The latest picture not yet taken, if there is one. */
  @Nullable Picture take() {
    return finished.getAndSet(null);
  }

  /** Gives back the plates of a picture that was taken. */
  void release(Picture picture) {
    spare.offer(picture.plates());
  }

  private void work() {
    Painter painter = new Painter();
    try {
      while (true) {
        paint(wanted.take(), painter);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Paints one scene; one that cannot be painted is logged, and the next has its chance. */
  private void paint(Scene scene, Painter painter) {
    try {
      Plates plates = plates(scene.layout());
      Painter.Ranges ranges = painter.paint(scene, plates);
      Picture unseen = finished.getAndSet(new Picture(scene, plates, ranges));
      if (unseen != null) {
        release(unseen);
      }
    } catch (RuntimeException e) {
      LOG.error("A picture of the replay could not be painted", e);
    }
  }

  private Plates plates(PictureLayout layout) {
    Plates plates = spare.poll();
    return plates != null && plates.fit(layout) ? plates : Plates.of(layout);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
