package io.makerbench.workbench.data;

import io.makerbench.experiment.Settings;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.runs.DesktopPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Tapes and recordings: the catalogue, and the chosen one at a glance. */
public final class DataPanel implements Panel {
  private static final double TABLE_SHARE = 0.42;

  private final Desk desk;
  private final Settings settings;
  private final Catalogue catalogue = new Catalogue();
  private final TapeTable table = new TapeTable();
  private final PreviewModel preview;
  private final TextField filter = new TextField();
  private final BorderPane root = new BorderPane();
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final List<Command> commands;

  /** Makes the page. */
  public DataPanel(Desk desk, Settings settings) {
    this.desk = desk;
    this.settings = settings;
    preview = new PreviewModel(desk.background());
    commands =
        List.of(
            Command.of("reveal-tape", "Open folder", "mdoal-folder_open", this::reveal)
                .when(chosen),
            Command.of("refresh-tapes", "Look again", "mdomz-refresh", this::rescan)
                .on("Shortcut+L"));
    SplitPane split =
        new SplitPane(table.view(), new PreviewView(desk.appearance().palette(), preview).view());
    split.setOrientation(Orientation.VERTICAL);
    split.setId("data-split");
    split.setDividerPositions(TABLE_SHARE);
    root.setTop(header());
    root.setCenter(split);
    table.selected().subscribe(this::choose);
  }

  private Node header() {
    Label title = new Label("Data");
    title.getStyleClass().add("page-title");
    filter.setPromptText("Filter by instrument, venue, day …");
    filter.setAccessibleText("Filter");
    filter.setId("tapes-filter");
    filter.setPrefWidth(240);
    filter.textProperty().subscribe(table::filter);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(title, filter, space);
    header.getStyleClass().add("page-header");
    commands.forEach(command -> header.getChildren().add(CommandControls.iconButton(command)));
    return header;
  }

  private void choose(@Nullable TapeRow row) {
    chosen.set(row != null);
    preview.choose(row);
  }

  private void reveal() {
    Path path = Objects.requireNonNull(table.selected().get()).path();
    desk.background()
        .run("Opening the folder", () -> DesktopPrograms.open(path.toAbsolutePath().getParent()));
  }

  private void rescan() {
    List<Path> folders = folders();
    desk.background()
        .compute("Looking for tapes", () -> catalogue.scan(folders, List.of()), table::update);
  }

  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    folders.add(settings.place().tapes());
    if (settings.data() != null) {
      folders.add(settings.data());
    }
    return folders;
  }

  @Override
  public String title() {
    return "Data";
  }

  @Override
  public String icon() {
    return "mdomz-storage";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    rescan();
  }

  @Override
  public List<Command> commands() {
    return commands;
  }
}
