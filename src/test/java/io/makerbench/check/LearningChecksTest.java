package io.makerbench.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@Tag("learning")
class LearningChecksTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> learnersLearnWhatTheyMust() {
    Settings settings = new Settings(folder, null, folder.resolve("runs"));
    return LearningChecks.all().stream()
        .map(check ->
            DynamicTest.dynamicTest(
                check.name() + " by " + check.learner(),
                () -> {
                  Finding finding = check.carryOut(settings, Path.of("configs"));
                  assertTrue(
                      finding.holds(), finding.measured() + "; expected " + check.expectation());
                }));
  }
}
