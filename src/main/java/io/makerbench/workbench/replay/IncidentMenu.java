package io.makerbench.workbench.replay;

import io.makerbench.workbench.perp.Incident;
import io.makerbench.workbench.perp.Level;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The incidents of a desk, to jump to; of very many the gravest. */
final class IncidentMenu extends Menu {
  private static final int MOST = 24;

  /**
   * @param seek told the instant of the chosen one
   */
  IncidentMenu(Replay replay, LongConsumer seek) {
    super("Events of the venues");
    setId("replay-incidents");
    long[] times = replay.data().episode().timeNs();
    List<Incident> all = of(replay);
    List<Incident> listed = all.size() > MOST ? gravest(all) : all;
    for (Incident incident : listed) {
      long time = times[incident.tick()];
      MenuItem item = new MenuItem(AxisTicks.time(time, 1_000_000_000) + "  " + incident.words());
      item.setOnAction(event -> seek.accept(time));
      getItems().add(item);
    }
    if (all.size() > listed.size()) {
      MenuItem rest =
          new MenuItem("and %d more: step by event".formatted(all.size() - listed.size()));
      rest.setDisable(true);
      getItems().addAll(new SeparatorMenuItem(), rest);
    }
    setDisable(all.isEmpty());
  }

  /** The incidents behind a replay; none where there is one market. */
  static List<Incident> of(Replay replay) {
    return replay.data().board() instanceof Board.Known known
        ? known.story().incidents()
        : List.of();
  }

  private static List<Incident> gravest(List<Incident> all) {
    List<Incident> grave =
        all.stream()
            .filter(i -> i.level() == Level.DANGER || i.kind() == Incident.Kind.REGIME)
            .toList();
    List<Incident> kept = grave.isEmpty() ? all : grave;
    return kept.subList(Math.max(0, kept.size() - MOST), kept.size());
  }
}
