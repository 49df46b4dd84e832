package io.makerbench.workbench.compare;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/**
 * A page behind a tab. It is made when the tab is first chosen, and filled only while it is in
 * front; behind the others it costs a change of the theme nothing.
 */
final class LatePage<P> {
  private final Supplier<P> maker;
  private final Function<P, Node> view;
  private final Consumer<P> filler;
  private final Tab tab;
  private @Nullable P page;

  /**
   * Makes the tab.
   *
   * @param filler lets the page show what is compared now
   */
  LatePage(String name, Supplier<P> maker, Function<P, Node> view, Consumer<P> filler) {
    this.maker = maker;
    this.view = view;
    this.filler = filler;
    tab = new Tab(name);
    tab.selectedProperty().subscribe(chosen -> refresh());
  }

  /** The tab, in the pane it is put into; when that leaves the window, it leaves the page. */
  Tab in(TabPane tabs) {
    tabs.sceneProperty()
        .subscribe(scene -> {
          if (scene == null && !tab.isSelected()) {
            tab.setContent(null);
          }
        });
    return tab;
  }

  /** The page, made if need be. */
  P page() {
    P made = page;
    if (made == null) {
      made = maker.get();
      page = made;
    }
    return made;
  }

  /** Shows what is compared now, where the page is in front. */
  void refresh() {
    if (tab.isSelected()) {
      if (tab.getContent() == null) {
        tab.setContent(view.apply(page()));
      }
      filler.accept(page());
    }
  }
}
