package io.makerbench.workbench.config;

import io.makerbench.config.ConfigNode;
import io.makerbench.experiment.AgentConfig;
import io.makerbench.experiment.ConfigFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of the form, in the order of the declaration; a section is a category. */
final class ConfigItems {
  private static final String TOP = "General";
  private static final ConfigPath AGENT = ConfigPath.ROOT.child("agent").child("type");

  private final ConfigDocument document;
  private final List<ConfigItem> items = new ArrayList<>();

  private ConfigItems(ConfigDocument document) {
    this.document = document;
  }

  static List<ConfigItem> of(ConfigDocument document) {
    ConfigItems walk = new ConfigItems(document);
    walk.section(ConfigFiles.reader().schema(), ConfigPath.ROOT, TOP);
    return walk.items;
  }

  /** A section's own values first, then the sections in it. */
  private void section(ConfigNode.Section section, ConfigPath path, String category) {
    for (ConfigNode child : section.children()) {
      if (child instanceof ConfigNode.Field || child instanceof ConfigNode.Listing) {
        items.add(new ConfigItem(document, child, path.child(child.key()), category));
      }
    }
    for (ConfigNode child : section.children()) {
      if (child instanceof ConfigNode.Listing listing) {
        entries(listing, path.child(child.key()));
      } else if (!isIdle(child, path)) {
        below(child, path, category);
      }
    }
  }

  /** A learner that is not the agent has no say; one with a wrong value must be seen. */
  private boolean isIdle(ConfigNode child, ConfigPath path) {
    boolean learner = path.equals(ConfigPath.ROOT) && AgentConfig.LEARNERS.contains(child.key());
    JsonNode agent = document.value(AGENT);
    boolean chosen = agent == null || child.key().equals(agent.asString(""));
    return learner
        && !chosen
        && document.message(AGENT).isEmpty()
        && document.message(path.child(child.key())).isEmpty();
  }

  /** Each entry of a list of sections has headings of its own. */
  private void entries(ConfigNode.Listing listing, ConfigPath path) {
    if (listing.element() instanceof ConfigNode.Section element) {
      JsonNode given = document.value(path);
      for (int i = 0; given != null && given.isArray() && i < given.size(); i++) {
        section(element, path.entry(i), one(listing) + " " + (i + 1));
      }
    }
  }

  private void below(ConfigNode child, ConfigPath path, String category) {
    ConfigNode.Section section =
        switch (child) {
          case ConfigNode.Section inner -> inner;
          case ConfigNode.Variant variant -> chosen(variant, path);
          case ConfigNode.Field field -> null;
          case ConfigNode.Listing listing -> null;
        };
    if (section != null) {
      String label = written(child.label());
      String name = category.equals(TOP) ? label : category + " · " + label;
      section(section, path.child(child.key()), name);
    }
  }

  /** Learners are written as the field writes them. */
  private static String written(String label) {
    return switch (label) {
      case "Dqn", "Ppo", "A2c" -> label.toUpperCase(Locale.ROOT);
      default -> label;
    };
  }

  /** What an entry is called: lists are named in the plural. */
  private static String one(ConfigNode.Listing listing) {
    return listing.label().replaceFirst("s$", "");
  }

  private ConfigNode.@Nullable Section chosen(ConfigNode.Variant variant, ConfigPath path) {
    JsonNode name = document.value(path.child(variant.chosenBy()));
    return name == null ? null : variant.sections().get(name.asString(""));
  }
}
