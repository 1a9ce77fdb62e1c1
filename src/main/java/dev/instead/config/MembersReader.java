package dev.instead.config;

import dev.instead.people.Platform;
import dev.instead.policy.Members;
import dev.instead.policy.Trained;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads who and where: ids of people, groups and conversations by platform. */
final class MembersReader {
  private static final Pattern SLACK_PERSON = Pattern.compile("[UW][A-Z0-9]{2,}");
  private static final Pattern SLACK_ANYONE =
      Pattern.compile("[UWS][A-Z0-9]{2,}|T[A-Z0-9]{2,}/S[A-Z0-9]{2,}");
  private static final Pattern SLACK_CHANNEL = Pattern.compile("[CG][A-Z0-9]{2,}");
  private static final String GUID = "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}";
  private static final String THREAD = "19:[^\\s;]{1,180}@thread\\.[a-z0-9]{2,10}";
  private static final Form SLACK_ONE = new Form(SLACK_PERSON, "a user id (U…) of Slack");
  private static final Form TEAMS_PERSON =
      new Form(Pattern.compile(GUID), "the object id of a user in Microsoft Entra");
  private static final Form TEAMS_ANYONE = new Form(
      Pattern.compile(GUID + "|" + THREAD),
      "the object id of a user in Microsoft Entra, or the id of a channel (19:…@thread.tacv2) whose members count");

  private record Form(Pattern pattern, String words) {}

  /** People and groups under {@code key}; nobody when the key is missing. */
  static Members anyone(Section section, String key) {
    return members(
        section.get(key),
        new Form(SLACK_ANYONE, "a user id (U…) or user group id (S…) of Slack"),
        TEAMS_ANYONE);
  }

  /** People under {@code key}, who can each be written to. */
  static Members people(Section section, String key) {
    return members(section.get(key), SLACK_ONE, TEAMS_PERSON);
  }

  /** The same, where a person may be a map of an {@code id} and the day {@code until} which it holds. */
  static Trained trained(Section section, String key) {
    Map<Platform, Map<String, LocalDate>> until = new EnumMap<>(Platform.class);
    Members members = members(
        section.get(key),
        new Form(SLACK_ANYONE, "a user id (U…) or user group id (S…) of Slack"),
        TEAMS_ANYONE,
        (platform, item, form) ->
            item.isMap() ? dated(platform, item, until) : item.text(form.pattern(), form.words()));
    return new Trained(members, until);
  }

  private static Optional<String> dated(
      Platform platform, Entry item, Map<Platform, Map<String, LocalDate>> until) {
    Form person = platform == Platform.SLACK ? SLACK_ONE : TEAMS_PERSON;
    return item.section().flatMap(section -> {
      Optional<String> id =
          section.require("id").flatMap(entry -> entry.text(person.pattern(), person.words()));
      LocalDate day = RuleReader.day(section, "until");
      section.close();
      id.ifPresent(some ->
          until.computeIfAbsent(platform, p -> new LinkedHashMap<>()).put(comparable(some), day));
      return id;
    });
  }

  /** Reads one item of a list of ids. */
  private interface Item {
    Optional<String> id(Platform platform, Entry item, Form form);
  }

  /** The people of each role that owns texts and links. */
  static Map<String, Members> owners(Section file) {
    Map<String, Members> owners = new LinkedHashMap<>();
    file.section("owners").ifPresent(roles -> {
      roles.keys().forEach(role -> {
        if (role.isBlank() || role.length() > Limits.TITLE) {
          roles.wrong(
              role,
              "has a role without a name, or with a very long one",
              "Write at most " + Limits.TITLE + " characters, such as customer-care.");
        }
        owners.put(role, people(roles, role));
      });
      roles.close();
    });
    return owners;
  }

  private static Members members(Optional<Entry> entry, Form slack, Form teams) {
    return members(
        entry, slack, teams, (platform, item, form) -> item.text(form.pattern(), form.words()));
  }

  private static Members members(Optional<Entry> entry, Form slack, Form teams, Item one) {
    Map<Platform, List<String>> ids = new EnumMap<>(Platform.class);
    entry.flatMap(Entry::section).ifPresent(section -> {
      ids.put(Platform.SLACK, ids(section, "slack", item -> one.id(Platform.SLACK, item, slack)));
      ids.put(Platform.TEAMS, ids(section, "teams", item -> one.id(Platform.TEAMS, item, teams)));
      section.close();
      if (!section.has("slack") && !section.has("teams")) {
        section.wrong("names nobody", "Add \"slack\" with a list of ids.");
      }
    });
    ids.values().removeIf(List::isEmpty);
    return new Members(ids);
  }

  private static List<String> ids(
      Section section, String key, Function<Entry, Optional<String>> one) {
    List<String> ids = new ArrayList<>();
    section.get(key).ifPresent(list -> {
      List<Entry> items = list.items();
      if (list.isList() && items.isEmpty()) {
        list.wrong("is empty", "Write at least one id, or remove the key.");
      }
      items.forEach(item -> one.apply(item).map(MembersReader::comparable).ifPresent(ids::add));
    });
    return ids;
  }

  /** Microsoft writes object ids in either case; people are compared in the lower. */
  private static String comparable(String id) {
    return id.matches(GUID) ? id.toLowerCase(Locale.ROOT) : id;
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
        .flatMap(entry -> entry.text(
            Pattern.compile(THREAD), "a channel id (19:…@thread.tacv2) of Microsoft Teams"));
  }

  private MembersReader() {}
}
