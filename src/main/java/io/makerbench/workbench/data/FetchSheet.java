package io.makerbench.workbench.data;

import io.makerbench.tape.fetch.Sample;
import java.net.URI;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The form of a fetch. */
final class FetchSheet {
  private final FetchForm form;
  private final Sheet sheet;

  FetchSheet(FetchForm form, URI vendor, Path folder, Runnable start, Runnable close) {
    this.form = form;
    sheet = new Sheet("fetch-sheet", "Fetch a sample day", close);
    sheet.text(
        "fetch-exchange",
        "Venue",
        form.exchange(),
        "As the vendor names it: binance-futures, bitmex, deribit …",
        FetchForm::nameProblem);
    sheet.text("fetch-symbol", "Instrument", form.symbol(), "", FetchForm::nameProblem);
    sheet.text(
        "fetch-day",
        "Day, UTC",
        form.day(),
        "Free of charge is the first day of each month.",
        FetchForm::dayProblem);
    sheet.add("Kinds of data", types(), "The book and trades are what a replay needs.");
    CheckBox imports = new CheckBox("Import it when it is here");
    imports.setId("fetch-imports");
    imports.selectedProperty().bindBidirectional(form.imports());
    sheet.add(imports);
    Label where = new Label("From %s (the setting fetch.address) to %s".formatted(vendor, folder));
    where.getStyleClass().add("field-note");
    where.setWrapText(true);
    sheet.add(where);
    sheet.foot("start-fetch", "Fetch", start);
  }

  Node view() {
    return sheet.view();
  }

  /** Says why nothing was fetched. */
  void refuse(String words) {
    sheet.refuse(words);
  }

  private Node types() {
    VBox boxes = new VBox();
    boxes.getStyleClass().add("sheet-field");
    for (String type : Sample.TYPES) {
      CheckBox box = new CheckBox(type);
      box.setId("fetch-" + type);
      box.setMnemonicParsing(false);
      box.setSelected(form.types().contains(type));
      box.selectedProperty().subscribe(on -> choose(type, on));
      boxes.getChildren().add(box);
    }
    return boxes;
  }

  private void choose(String type, boolean on) {
    if (on) {
      form.types().add(type);
    } else {
      form.types().remove(type);
    }
  }
}
