package dev.instead.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the bot is installed: one workspace (or tenant) per platform, as the platform itself told at the start, or as the first verified
 * request said if the platform could not be asked.
 */
public final class Workspaces {
  private final Map<Platform, String> installed = new ConcurrentHashMap<>();

  /** Remembers the workspace of {@code platform}; the first word stands. */
  public void learn(Platform platform, String workspace) {
    installed.putIfAbsent(platform, workspace);
  }

  public Optional<String> on(Platform platform) {
    return Optional.ofNullable(installed.get(platform));
  }
}
