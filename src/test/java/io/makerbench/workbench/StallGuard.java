package io.makerbench.workbench;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test, well as it may have ended, in which the JavaFX thread was held up; see {@link
 * StallWatch}. It comes after TestFX's own extension, which starts JavaFX. What is done before the
 * test itself, such as opening the window, is not watched.
 */
public final class StallGuard implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(StallGuard.class);

  @Override
  public void beforeTestExecution(ExtensionContext test) {
    test.getStore(OWN).put(StallWatch.class, new StallWatch());
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    StallWatch watch = test.getStore(OWN).remove(StallWatch.class, StallWatch.class);
    watch.close();
    if (test.getExecutionException().isEmpty() && !watch.stalls().isEmpty()) {
      throw new AssertionError("The window did not answer: " + watch.stalls());
    }
  }
}
