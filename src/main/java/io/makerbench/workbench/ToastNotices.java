package io.makerbench.workbench;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import io.makerbench.config.InputException;
import io.makerbench.workbench.panel.Notices;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices as cards at the lower right. They go by themselves; failures of the program stay until
 * they are closed.
 */
final class ToastNotices implements Notices {
  private static final Logger LOG = LoggerFactory.getLogger(ToastNotices.class);
  private static final Duration STAY = Duration.seconds(5);
  private static final Duration STAY_LONGER = Duration.seconds(12);
  private static final int MOST = 4;

  private final VBox stack = new VBox();
  private final Runnable log;

  /**
   * Shows none yet.
   *
   * @param log shows what the log holds of a failure
   */
  ToastNotices(Runnable log) {
    this.log = log;
    stack.getStyleClass().add("notices");
    stack.setPickOnBounds(false);
    stack.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  Node view() {
    return stack;
  }

  @Override
  public void done(String message) {
    onScreen(() -> goesAfter(card(message, "mdoal-check_circle", Styles.SUCCESS), STAY));
  }

  @Override
  public void done(String message, String verb, Runnable action) {
    onScreen(() -> {
      Notification card = card(message, "mdoal-check_circle", Styles.SUCCESS);
      leadOn(card, verb, "notice-action", action);
    });
  }

  @Override
  public void undoable(String message, Runnable undo) {
    onScreen(() -> {
      Notification card = card(message, "mdoal-delete", Styles.ACCENT);
      leadOn(card, "Undo", "notice-undo", undo);
    });
  }

  private void leadOn(Notification card, String verb, String id, Runnable action) {
    Button button = new Button(verb);
    button.setId(id);
    button.setOnAction(event -> {
      stack.getChildren().remove(card);
      action.run();
    });
    card.setPrimaryActions(button);
    goesAfter(card, STAY_LONGER);
  }

  @Override
  public void failed(String message, Throwable cause) {
    if (cause instanceof InputException) {
      LOG.warn(message); // the user's to mend: where it was noticed in the program is no news
    } else {
      LOG.error(message, cause);
    }
    onScreen(() -> {
      Notification card = card(message, "mdoal-error_outline", Styles.DANGER);
      if (cause instanceof InputException) {
        goesAfter(card, STAY_LONGER);
      } else {
        card.setPrimaryActions(details(card));
      }
    });
  }

  private Button details(Notification card) {
    Button details = new Button("Show the log");
    details.setId("notice-details");
    details.setOnAction(event -> {
      stack.getChildren().remove(card);
      log.run();
    });
    return details;
  }

  /** The same words again take the place of those that still stand there. */
  private Notification card(String message, String icon, String style) {
    stack
        .getChildren()
        .removeIf(node -> node instanceof Notification old && message.equals(old.getMessage()));
    Notification card = new Notification(message, new FontIcon(icon));
    card.getStyleClass().addAll("notice", style, Styles.ELEVATED_1);
    card.setOnClose(event -> stack.getChildren().remove(card));
    stack.getChildren().add(card);
    if (stack.getChildren().size() > MOST) {
      stack.getChildren().removeFirst();
    }
    return card;
  }

  private void goesAfter(Notification card, Duration time) {
    PauseTransition pause = new PauseTransition(time);
    pause.setOnFinished(event -> stack.getChildren().remove(card));
    pause.play();
  }

  private static void onScreen(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }
}
