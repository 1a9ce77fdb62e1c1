package dev.instead.policy;

import dev.instead.people.Platform;
import java.util.List;
import java.util.Map;

/**
 * People and groups by platform, as the policy names them: Slack user ids ({@code U…}, {@code W…}) and user groups ({@code S…}, or with the
 * workspace of an organisation that they are of, {@code T…/S…}); on Teams
 * the ids that Microsoft Entra gives people, and conversations ({@code 19:…}) whose members count.
 */
public record Members(Map<Platform, List<String>> byPlatform) {
  public static final Members NOBODY = new Members(Map.of());

  public Members {
    byPlatform = InOrder.copyOf(byPlatform);
  }

  public List<String> on(Platform platform) {
    return byPlatform.getOrDefault(platform, List.of());
  }

  /** Whether an id of the policy names a group rather than a person. */
  public static boolean isGroup(Platform platform, String id) {
    return switch (platform) {
      case SLACK -> id.startsWith("S") || id.startsWith("T");
      case TEAMS -> id.startsWith("19:");
    };
  }
}
