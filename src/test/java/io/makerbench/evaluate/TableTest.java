package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableTest {
  @Property(tries = 200)
  void anyTextComesBack(
      @ForAll @Size(min = 2, max = 2) List<@Chars({'a', ',', '"', '\n', '\r', ' '}) String> row) {
    Table table = new Table(List.of("first", "second"), List.of(row));
    assertEquals(table, Table.parse(table.toCsv(), "table"));
  }

  @Test
  void plainCellsAreNotQuoted() {
    Table table = new Table(List.of("a", "b"), List.of(List.of("1.5", "say \"x, y\"")));
    assertEquals("a,b\n1.5,\"say \"\"x, y\"\"\"\n", table.toCsv());
  }

  @Test
  void otherLineEndsAreRead() {
    Table expected = new Table(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3", "")));
    assertEquals(expected, Table.parse("a,b\r\n1,2\r\n3,", "table"));
  }

  @Test
  void rowOfAnotherWidthAndEmptyFileAreNamed() {
    InputException e =
        assertThrows(InputException.class, () -> Table.parse("a,b\n1,2\n3\n", "metrics.csv"));
    assertTrue(e.getMessage().startsWith("Row 3 of the table metrics.csv"));
    assertThrows(InputException.class, () -> Table.parse("", "metrics.csv"));
  }
}
