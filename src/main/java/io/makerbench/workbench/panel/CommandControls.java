package io.makerbench.workbench.panel;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons and menu items that give a command. Their id is the command's. */
public final class CommandControls {
  private CommandControls() {}

  /** A button with icon and text. */
  public static Button button(Command command) {
    Button button = new Button(command.text(), new FontIcon(command.icon()));
    wire(button, command);
    return button;
  }

  /** A button with the icon alone; the text is its tooltip. */
  public static Button iconButton(Command command) {
    Button button = new Button(null, new FontIcon(command.icon()));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(command.text());
    wire(button, command);
    return button;
  }

  private static void wire(Button button, Command command) {
    button.setId(command.id());
    button.setMinWidth(Region.USE_PREF_SIZE); // words are never cut
    Tooltip hint = new Tooltip();
    command.keys().now().subscribe(keys -> hint.setText(command.hint()));
    button.setTooltip(hint);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> command.action().run());
    command.enabled().subscribe(on -> button.setDisable(!on));
  }

  /** A menu item with its shortcut, which works while its window has the focus. */
  public static MenuItem menuItem(Command command) {
    MenuItem item = new MenuItem(command.text(), new FontIcon(command.icon()));
    item.setId("menu-" + command.id());
    item.setMnemonicParsing(false);
    boolean ofPage = command.keys().reach() == Keys.Reach.PAGE;
    command
        .keys()
        .now()
        .subscribe(keys -> {
          item.setAccelerator(command.accelerator());
          item.setText(ofPage ? command.hint() : command.text()); // a page's keys are no menu's
        });
    item.setOnAction(event -> command.action().run());
    command.enabled().subscribe(on -> item.setDisable(!on));
    return item;
  }
}
