package io.makerbench.workbench.perp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.TextSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The columns of the board have room for their titles at every size of text. */
@ExtendWith(ApplicationExtension.class)
class BoardLettersTest {
  @Test
  void titlesFit() {
    for (int size : TextSize.ALL) {
      Lettering letters = new Lettering(size);
      for (BoardColumn column : BoardColumn.values()) {
        double room = letters.px(column.width());
        double title = Lettering.width(column.title(), letters.bold());
        double subtitle = Lettering.width(column.subtitle(), letters.small());
        assertTrue(Math.max(title, subtitle) <= room, column + " at " + size + " px");
      }
    }
  }
}
