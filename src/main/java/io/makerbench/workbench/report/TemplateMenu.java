package io.makerbench.workbench.report;

import io.makerbench.workbench.report.ReportTemplates.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.javafx.FontIcon;

/** A menu of templates: takes one, saves the present choice under a name, forgets one. */
final class TemplateMenu {
  private final ReportTemplates templates;
  private final Supplier<Template> present;
  private final Consumer<Template> take;
  private final MenuButton menu = new MenuButton("Templates", new FontIcon("mdomz-view_list"));
  private final TextField name = new TextField();

  /**
   * @param present what is chosen now
   * @param take chooses what a template has
   */
  TemplateMenu(ReportTemplates templates, Supplier<Template> present, Consumer<Template> take) {
    this.templates = templates;
    this.present = present;
    this.take = take;
    menu.setId("report-templates");
    menu.setAccessibleText("Templates: parts and formats under a name");
    menu.setOnShowing(event -> fill());
    name.setId("report-template-name");
    name.setPromptText("Save these parts and formats as …");
    name.setAccessibleText("Name of the template to save");
    name.setOnAction(event -> save());
    fill();
  }

  MenuButton view() {
    return menu;
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    ReportTemplates.ours().forEach((title, template) -> items.add(taking(title, template)));
    templates.own().forEach((title, template) -> items.add(taking(title, template)));
    items.add(new SeparatorMenuItem());
    items.add(new CustomMenuItem(name, false));
    if (!templates.own().isEmpty()) {
      Menu forget = new Menu("Forget a template");
      templates
          .own()
          .keySet()
          .forEach(title -> forget.getItems().add(item(title, () -> templates.forget(title))));
      items.add(forget);
    }
    menu.getItems().setAll(items);
  }

  private MenuItem taking(String title, Template template) {
    return item(title, () -> take.accept(template));
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void save() {
    String title = name.getText().strip();
    if (!title.isEmpty()) {
      templates.save(title, present.get());
      name.clear();
      menu.hide();
    }
  }
}
