package io.makerbench.workbench.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.evaluate.Table;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class CopyMenuTest {
  /** Numbers, and beside them a label that says how many digits they have. */
  private static TableView<Integer> numbers() {
    TableView<Integer> table = new TableView<>();
    TableColumn<Integer, Integer> number = new TableColumn<>("Number");
    number.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    TableColumn<Integer, Integer> digits = new TableColumn<>("Digits");
    digits.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    digits.setCellFactory(column -> new Digits());
    table.getColumns().setAll(List.of(number, digits));
    table.getItems().setAll(7, 42, 365);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    return table;
  }

  private static final class Digits extends TableCell<Integer, Integer> {
    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : new Label(item.toString().length() + " digits"));
    }
  }

  @Test
  void aTableIsCopiedAsItIsShown() {
    Table copied = WaitForAsyncUtils.waitForAsyncFx(5000, () -> CopyMenu.of(numbers()));
    assertEquals("Number,Digits\n7,1 digits\n42,2 digits\n365,3 digits\n", copied.toCsv());
  }

  @Test
  void ofSeveralChosenRowsOnlyThese() {
    Table copied =
        WaitForAsyncUtils.waitForAsyncFx(
            5000,
            () -> {
              TableView<Integer> table = numbers();
              table.getSelectionModel().selectIndices(0, 2);
              return CopyMenu.of(table);
            });
    assertEquals("Number,Digits\n7,1 digits\n365,3 digits\n", copied.toCsv());
  }
}
