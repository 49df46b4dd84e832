package io.makerbench.workbench.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which keys give which command: those they came with, changed as the user likes. Most work on
 * every page, so none gives two commands. JavaFX thread only.
 */
public final class Keymap {
  private static final Logger LOG = LoggerFactory.getLogger(Keymap.class);
  private static final String NONE = "";

  private final Preferences preferences;
  private final List<Keyed> commands = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();

  /**
   * A command whose keys can be changed.
   *
   * @param place the page it belongs to, or {@code Window} or {@code Help}
   */
  public record Keyed(String place, Command command) {
    /** Whether it has other keys than it came with. */
    public boolean isChanged() {
      return !Objects.equals(command.keys().usual(), command.shortcut());
    }

    /** Where and what, for example {@code Config ▸ Start}. */
    public String words() {
      return place + " ▸ " + command.text();
    }
  }

  Keymap(Preferences preferences) {
    this.preferences = preferences;
  }

  /** Learns of commands and gives them the keys a user chose for them before. */
  public void rule(String place, List<Command> those) {
    for (Command command : those) {
      commands.add(new Keyed(place, command));
      chosen(command.id()).ifPresent(keys -> take(command, keys.orElse(null)));
    }
  }

  /** Chosen keys, in which none is a choice too; empty where a user chose nothing readable. */
  private Optional<Optional<KeyCombination>> chosen(String id) {
    String name = preferences.keys().get(id);
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          name.equals(NONE) ? Optional.empty() : Optional.of(KeyCombination.valueOf(name)));
    } catch (IllegalArgumentException unreadable) {
      LOG.warn("The keys \"{}\" of the command {} cannot be read.", name, id);
      return Optional.empty();
    }
  }

  /** The commands of a place, in the order of its menu. */
  public List<Command> of(String place) {
    return commands.stream()
        .filter(keyed -> keyed.place().equals(place))
        .map(Keyed::command)
        .toList();
  }

  /** The places that have commands, in the order of the menus. */
  public List<String> places() {
    return commands.stream().map(Keyed::place).distinct().toList();
  }

  /** Every command, in the order of the menus. */
  public List<Keyed> all() {
    return List.copyOf(commands);
  }

  /** Called after each change. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** The command that keys give already, other than this one. */
  public Optional<Keyed> holder(KeyCombination keys, Command other) {
    return commands.stream()
        .filter(keyed -> keyed.command() != other)
        .filter(keyed -> keys.equals(keyed.command().shortcut()))
        .findFirst();
  }

  /** Gives a command other keys, or none; whatever had them before has none from now on. */
  public void give(Command command, @Nullable KeyCombination keys) {
    take(command, keys);
    keep();
  }

  private void take(Command command, @Nullable KeyCombination keys) {
    if (keys != null) {
      holder(keys, command).ifPresent(before -> before.command().keys().become(null));
    }
    command.keys().become(keys);
  }

  /** Gives a command the keys it came with. */
  public void reset(Command command) {
    give(command, command.keys().usual());
  }

  /** Gives every command the keys it came with. */
  public void resetAll() {
    commands.forEach(keyed -> keyed.command().keys().become(keyed.command().keys().usual()));
    keep();
  }

  private void keep() {
    Map<String, String> changed = new TreeMap<>();
    for (Keyed keyed : commands) {
      if (keyed.isChanged()) {
        KeyCombination keys = keyed.command().shortcut();
        changed.put(keyed.command().id(), keys == null ? NONE : keys.getName());
      }
    }
    preferences.keys(changed);
    listeners.forEach(Runnable::run);
  }
}
