package dev.instead.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of settings, each read once; whatever is wrong with them goes to the problems. */
final class Found {
  private final Map<String, String> environment;
  private final List<String> problems;
  private final Map<Setting<?>, Optional<?>> values = new LinkedHashMap<>();

  Found(Map<String, String> environment, List<String> problems) {
    this.environment = environment;
    this.problems = problems;
  }

  void read(List<Setting<?>> settings) {
    settings.forEach(setting -> values.put(setting, setting.read(environment, problems)));
  }

  /** Whether any of them is set: then they are meant to be used. */
  boolean has(List<Setting<?>> settings) {
    return settings.stream().anyMatch(setting -> setting.isSet(environment));
  }

  /** A value that is there once nothing was wrong with the settings that were read. */
  <T> T value(Setting<T> setting) {
    return any(setting)
        .orElseThrow(() -> new IllegalStateException(setting.name() + " was not read"));
  }

  @SuppressWarnings("unchecked") // what a Setting<T> reads is a T
  <T> Optional<T> any(Setting<T> setting) {
    return (Optional<T>) values.getOrDefault(setting, Optional.empty());
  }
}
