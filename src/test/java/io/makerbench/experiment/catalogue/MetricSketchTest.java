package io.makerbench.experiment.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricSketchTest {
  @TempDir private Path folder;

  private MetricSketch.Column reward(int rows) throws IOException {
    RunFolder run = new RunFolder(folder);
    MadeRuns.train(run, rows);
    return MetricSketch.read(run.metrics()).columns().get("reward");
  }

  @Test
  void aShortCourseIsKeptPointByPoint() throws IOException {
    assertArrayEquals(new float[] {0, 1, 2}, reward(3).course());
  }

  @Test
  void aLongCourseIsSampledEvenlyAndEndsWithTheLastValue() throws IOException {
    int rows = 200_000;
    MetricSketch.Column reward = reward(rows);
    assertEquals(rows - 1, reward.last());
    assertEquals(MetricSketch.POINTS, reward.course().length);
    for (int i = 1; i < MetricSketch.POINTS; i++) {
      assertTrue(reward.course()[i] > reward.course()[i - 1], "rises at " + i);
    }
    float middle = reward.course()[MetricSketch.POINTS / 2];
    assertEquals(0.5, middle / rows, 0.04);
  }

  @Test
  void aLineThatIsCutOffIsLeftOut() throws IOException {
    Path file = folder.resolve("metrics.csv");
    Files.writeString(file, "step,reward\n10,1\n20,2\n30,9");
    assertEquals(2, MetricSketch.read(file).columns().get("reward").last());
    assertEquals(20, MetricSketch.read(file).lastStep());
  }

  @Test
  void noFileAndAnEmptyOneHaveNoColumns() throws IOException {
    Path file = folder.resolve("metrics.csv");
    assertEquals(MetricSketch.EMPTY, MetricSketch.read(file));
    Files.createFile(file);
    assertEquals(MetricSketch.EMPTY, MetricSketch.read(file));
  }
}
