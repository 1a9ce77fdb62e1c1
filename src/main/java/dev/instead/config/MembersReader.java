package dev.instead.config;

import dev.instead.people.Platform;
import dev.instead.policy.Members;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who and where: ids of people, groups and conversations by platform. */
final class MembersReader {
  private static final Pattern SLACK_PERSON = Pattern.compile("[UW][A-Z0-9]{2,}");
  private static final Pattern SLACK_ANYONE = Pattern.compile("[UWS][A-Z0-9]{2,}");
  private static final Pattern SLACK_CHANNEL = Pattern.compile("[CG][A-Z0-9]{2,}");
  private static final Pattern TEAMS_ID = Pattern.compile("\\S{1,200}");

  /** People and groups under {@code key}; nobody when the key is missing. */
  static Members anyone(Section section, String key) {
    return members(section.get(key), SLACK_ANYONE, "a user id (U…) or user group id (S…) of Slack");
  }

  /** People under {@code key}, who can each be written to. */
  static Members people(Section section, String key) {
    return members(section.get(key), SLACK_PERSON, "a user id (U…) of Slack");
  }

  private static Members members(Optional<Entry> entry, Pattern slack, String slackForm) {
    Map<Platform, List<String>> ids = new EnumMap<>(Platform.class);
    entry.flatMap(Entry::section).ifPresent(section -> {
      ids.put(Platform.SLACK, ids(section, "slack", slack, slackForm));
      ids.put(Platform.TEAMS, ids(section, "teams", TEAMS_ID, "an id of Microsoft Teams"));
      section.close();
      if (!section.has("slack") && !section.has("teams")) {
        section.wrong("names nobody", "Add \"slack\" with a list of ids.");
      }
    });
    ids.values().removeIf(List::isEmpty);
    return new Members(ids);
  }

  private static List<String> ids(Section section, String key, Pattern pattern, String form) {
    List<String> ids = new ArrayList<>();
    section.get(key).ifPresent(list -> {
      List<Entry> items = list.items();
      if (list.isList() && items.isEmpty()) {
        list.wrong("is empty", "Write at least one id, or remove the key.");
      }
      items.forEach(item -> item.text(pattern, form).ifPresent(ids::add));
    });
    return ids;
  }

  /** Channel ids by platform, e.g. {@code { slack: C0OPS }}. */
  static Map<Platform, String> channels(Section section, String key) {
    Map<Platform, String> channels = new EnumMap<>(Platform.class);
    section.section(key).ifPresent(found -> {
      slackChannel(found, "slack").ifPresent(id -> channels.put(Platform.SLACK, id));
      teamsConversation(found, "teams").ifPresent(id -> channels.put(Platform.TEAMS, id));
      found.close();
    });
    return channels;
  }

  static Optional<String> slackChannel(Section section, String key) {
    return section
        .get(key)
        .flatMap(entry -> entry.text(SLACK_CHANNEL, "a channel id (C…) of Slack"));
  }

  static Optional<String> teamsConversation(Section section, String key) {
    return section
        .get(key)
        .flatMap(entry -> entry.text(TEAMS_ID, "a conversation id of Microsoft Teams"));
  }

  private MembersReader() {}
}
