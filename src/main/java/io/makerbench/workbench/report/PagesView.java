package io.makerbench.workbench.report;

import io.makerbench.report.ReportInput;
import io.makerbench.report.ReportPages;
import io.makerbench.workbench.panel.Background;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a report as they will be printed. They are drawn elsewhere, those in sight alone,
 * and the last few are kept.
 */
final class PagesView {
  private static final int PAGE_PIXELS = 900;
  private static final int MOST_KEPT = 12;

  private final Background background;
  private final ListView<Integer> list = new ListView<>();
  private final Label waiting = new Label("Preparing the pages …");
  private final StackPane root = new StackPane(list, waiting);
  private final Map<Integer, Image> drawn = new LinkedHashMap<>();

  /** Pages that are being drawn; the list asks for them again with each that is done. */
  private final Set<Integer> underWay = new HashSet<>();

  private @Nullable ReportPages pages;
  private long asked;

  PagesView(Background background) {
    this.background = background;
    list.setId("report-pages");
    list.setAccessibleText("The pages of the report");
    list.getStyleClass().add("report-pages");
    list.setCellFactory(view -> new PageCell());
    waiting.setId("report-waiting");
    waiting.getStyleClass().add("muted");
  }

  Node view() {
    return root;
  }

  /** Number of pages; 0 while they are prepared. */
  int count() {
    return list.getItems().size();
  }

  /** Shows another report. */
  void show(ReportInput input) {
    long mine = ++asked;
    waiting.setVisible(true);
    background.compute(
        "Preparing the pages",
        () -> ReportPages.of(input),
        made -> {
          if (mine == asked) {
            replace(made);
          } else {
            made.close();
          }
        });
  }

  private void replace(@Nullable ReportPages made) {
    ReportPages before = pages;
    pages = made;
    drawn.clear();
    underWay.clear();
    waiting.setVisible(made == null);
    list.getItems().clear();
    if (made != null) {
      list.getItems().setAll(IntStream.range(0, made.count()).boxed().toList());
    }
    if (before != null) {
      background.run("Closing the pages", before::close);
    }
  }

  private void draw(int page) {
    ReportPages shown = pages;
    if (shown != null && underWay.add(page)) {
      background.compute(
          "Drawing page " + (page + 1),
          () -> image(shown.picture(page, PAGE_PIXELS)),
          image -> {
            if (shown.equals(pages)) {
              keep(page, image);
            }
          });
    }
  }

  private void keep(int page, Image image) {
    drawn.put(page, image);
    underWay.remove(page);
    if (drawn.size() > MOST_KEPT) {
      drawn.remove(drawn.keySet().iterator().next());
    }
    list.refresh();
  }

  private static Image image(ReportPages.Picture picture) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.pixels(),
            0,
            picture.width());
    return image;
  }

  /** One page, on paper. */
  private final class PageCell extends ListCell<Integer> {
    private final ImageView paper = new ImageView();
    private final StackPane frame = new StackPane(paper);

    PageCell() {
      setAlignment(Pos.CENTER);
      frame.getStyleClass().add("report-paper");
      paper.setPreserveRatio(true);
      paper.setFitWidth(PAGE_PIXELS);
    }

    @Override
    protected void updateItem(Integer page, boolean empty) {
      super.updateItem(page, empty);
      ReportPages shown = pages;
      if (empty || page == null || shown == null) {
        setGraphic(null);
        return;
      }
      setAccessibleText("Page " + (page + 1));
      frame.setPrefHeight(PAGE_PIXELS * shown.aspect());
      frame.setMaxWidth(PAGE_PIXELS);
      paper.setImage(drawn.get(page));
      setGraphic(frame);
      if (paper.getImage() == null) {
        draw(page);
      }
    }
  }
}
