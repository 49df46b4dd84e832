package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.perp.VenueBoard;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One policy's pictures: its name where there are two, the board of its venues where there are
 * several, and the market with its orders.
 */
final class MarketColumn extends VBox {
  private static final double GAP = 4;
  private static final double LEAST_MARKET = 150;

  private final Label name = new Label();
  private final VenueBoard board;
  private final Label boardWords = new Label();
  private final MarketView market;
  private double leastMarket = LEAST_MARKET;
  private Board known = new Board.None();
  private @Nullable ReplayData data;

  /**
   * @param boardId id of the board's node
   */
  MarketColumn(MarketView market, String boardId) {
    super(GAP);
    this.market = market;
    board = new VenueBoard(boardId);
    board.setMaxHeight(USE_PREF_SIZE);
    name.getStyleClass().add("section-title");
    boardWords.setId(boardId + "-words");
    boardWords.setWrapText(true);
    boardWords.setMinHeight(USE_PREF_SIZE);
    boardWords.getStyleClass().add("muted");
    getChildren().addAll(name, boardWords, board, market);
    VBox.setVgrow(market, Priority.ALWAYS);
    HBox.setHgrow(this, Priority.ALWAYS);
    setMinWidth(0);
    setPrefWidth(0); // columns share the width evenly
    setMaxWidth(Double.MAX_VALUE);
    showBoard(SideShown.NO);
  }

  /** Whether what stands beside or above a market is shown. */
  enum SideShown {
    YES,
    NO
  }

  /** Names the policy and shows its venues from now on. */
  void show(ReplayData shown) {
    data = shown;
    known = shown.board();
    name.setText(shown.episode().policy());
    switch (known) {
      case Board.Known venues -> board.show(venues.story());
      case Board.Unknown unknown -> boardWords.setText(unknown.words());
      case Board.None none -> {}
    }
    measure();
  }

  private void measure() {
    boolean several = !(known instanceof Board.None);
    market.setPrefHeight(several ? leastMarket : Region.USE_COMPUTED_SIZE);
    market.setMinHeight(several ? leastMarket : 0);
  }

  /** What is known of the venues. */
  Board board() {
    return known;
  }

  Label name() {
    return name;
  }

  void showBoard(SideShown shown) {
    boolean wanted = shown == SideShown.YES;
    Pictures.visible(board, wanted && known instanceof Board.Known);
    Pictures.visible(boardWords, wanted && known instanceof Board.Unknown);
  }

  void palette(Palette palette) {
    leastMarket = (LEAST_MARKET + palette.lettering().px(LEAST_MARKET)) / 2; // rows need room too
    measure();
    board.palette(palette);
  }

  /** Brings the board up to date with the cursor. */
  void pulse(long cursorNs) {
    if (data != null && board.isVisible()) {
      board.pulse(Moment.at(data.episode(), cursorNs).tick());
    }
  }

  /** Whether the board, where it is in sight, shows this instant. */
  boolean shows(long cursorNs) {
    return data == null
        || !board.isVisible()
        || board.shows(Moment.at(data.episode(), cursorNs).tick());
  }
}
