package dev.instead.config;

import dev.instead.people.Platform;
import dev.instead.policy.Hours;
import dev.instead.policy.Members;
import dev.instead.policy.Rung;
import dev.instead.policy.Team;
import dev.instead.policy.TeamId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code teams}. */
final class TeamReader {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern SPAN = Pattern.compile(String.join("|", DAYS) + "|("
      + String.join("|", DAYS) + ")-(" + String.join("|", DAYS) + ")");

  private final Languages languages;
  private final ZoneId zone;

  TeamReader(Languages languages, ZoneId zone) {
    this.languages = languages;
    this.zone = zone;
  }

  Map<TeamId, Team> read(Section policy) {
    Map<TeamId, Team> teams = new LinkedHashMap<>();
    policy.requireById("teams", "team").forEach((word, section) -> {
      TeamId id = new TeamId(word);
      teams.put(id, team(id, section));
    });
    return teams;
  }

  private Team team(TeamId id, Section section) {
    section.require("members", "Add it: only members may act on the team's cases.");
    Members members = MembersReader.anyone(section, "members");
    Locale language = section
        .get("language")
        .flatMap(entry -> entry.text(Languages.CODE, Languages.CODE_FORM))
        .map(Locale::forLanguageTag)
        .orElse(languages.original());
    Team team = new Team(
        id,
        languages.name(section, "name"),
        channels(section),
        members,
        MembersReader.people(section, "lead"),
        language,
        section.section("hours").flatMap(this::hours),
        section.list("ladder").stream().flatMap(rung -> rung(rung).stream()).toList());
    section.close();
    return team;
  }

  private static Map<Platform, String> channels(Section section) {
    Map<Platform, String> channels = new EnumMap<>(Platform.class);
    section.section("slack").ifPresent(slack -> {
      slack.require("channel");
      MembersReader.slackChannel(slack, "channel")
          .ifPresent(id -> channels.put(Platform.SLACK, id));
      slack.close();
    });
    section.section("teams").ifPresent(teams -> {
      teams.require("conversation");
      MembersReader.teamsConversation(teams, "conversation")
          .ifPresent(id -> channels.put(Platform.TEAMS, id));
      teams.close();
    });
    if (!section.has("slack") && !section.has("teams")) {
      section.wrong("has no place to work in", "Add slack: { channel: C… }.");
    }
    return channels;
  }

  private Optional<Hours> hours(Section section) {
    Set<DayOfWeek> days = section.require("days").map(this::days).orElse(Set.of());
    Optional<LocalTime> from = section.require("from").flatMap(Forms::time);
    Optional<LocalTime> to = section.require("to").flatMap(Forms::time);
    ZoneId own = section.get("time_zone").flatMap(Forms::zone).orElse(zone);
    Set<LocalDate> holidays = new HashSet<>();
    section.list("holidays").forEach(day -> Forms.date(day).ifPresent(holidays::add));
    section.close();
    if (days.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty(); // noted while reading
    }
    if (!from.get().isBefore(to.get())) {
      section.wrong(
          "begins at " + from.get() + " and ends at " + to.get(),
          "Write a \"from\" that is earlier than \"to\" on the same day.");
      return Optional.empty();
    }
    return Optional.of(new Hours(days, from.get(), to.get(), own, holidays));
  }

  private Set<DayOfWeek> days(Entry entry) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    List<Entry> items = entry.oneOrMore();
    if (items.isEmpty()) {
      entry.wrong("is empty", "Write mon-fri, or a list such as [mon, tue, sat].");
    }
    for (Entry item : items) {
      item.text(SPAN, "mon-fri, or a list such as [mon, tue, sat]").ifPresent(span -> {
        String[] ends = span.split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        int length = (DAYS.indexOf(ends[ends.length - 1]) - first + 7) % 7;
        for (int i = 0; i <= length; i++) {
          days.add(DayOfWeek.MONDAY.plus(first + i));
        }
      });
    }
    return days;
  }

  private static Optional<Rung> rung(Entry entry) {
    List<Rung> rungs = new ArrayList<>();
    entry.section().ifPresent(section -> {
      Duration after = section.require("after").flatMap(Forms::duration).orElse(Duration.ZERO);
      section
          .get("notify")
          .flatMap(whom -> Forms.named(whom, Rung.Whom.values()))
          .ifPresent(whom -> rungs.add(new Rung.Mention(after, whom)));
      section
          .get("hand_over")
          .flatMap(team -> team.text(Section.ID, Section.ID_FORM))
          .ifPresent(team -> rungs.add(new Rung.HandOver(after, new TeamId(team))));
      section.close();
      if (section.has("notify") == section.has("hand_over")) {
        section.wrong("must have either \"notify\" or \"hand_over\"", "Write one of the two.");
      }
    });
    return rungs.stream().findFirst();
  }
}
