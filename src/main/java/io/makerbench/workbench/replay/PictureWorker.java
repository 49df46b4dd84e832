package io.makerbench.workbench.replay;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints scenes on a thread of its own. Only the latest scene asked for is painted, and only the
 * latest picture is kept; two rasters go to and fro, so a frame allocates nothing. {@link
 * #request}, {@link #take} and {@link #release} never block.
 */
final class PictureWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PictureWorker.class);

  private final BlockingQueue<Scene> wanted = new ArrayBlockingQueue<>(1);
  private final AtomicReference<@Nullable Picture> finished = new AtomicReference<>();
  private final AtomicReference<@Nullable Raster> spare = new AtomicReference<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("replay-pictures").unstarted(this::work);

  PictureWorker() {
    thread.start();
  }

  /** A painted scene; its raster goes back by {@link #release}. */
  record Picture(Scene scene, Raster raster, Painter.Ranges ranges) {}

  /** Paints this scene next; one that was waiting is dropped. */
  void request(Scene scene) {
    wanted.poll();
    wanted.offer(scene);
  }

  /** The latest picture not yet taken, if there is one. */
  @Nullable Picture take() {
    return finished.getAndSet(null);
  }

  /** Gives back the raster of a picture that was taken. */
  void release(Picture picture) {
    spare.set(picture.raster());
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
      Raster raster = raster(scene.layout());
      Painter.Ranges ranges = painter.paint(scene, raster);
      Picture unseen = finished.getAndSet(new Picture(scene, raster, ranges));
      if (unseen != null) {
        release(unseen);
      }
    } catch (RuntimeException e) {
      LOG.error("A picture of the replay could not be painted", e);
    }
  }

  private Raster raster(PictureLayout layout) {
    Raster raster = spare.getAndSet(null);
    boolean fits =
        raster != null && raster.width() == layout.width() && raster.height() == layout.height();
    return fits ? raster : new Raster(layout.width(), layout.height());
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
