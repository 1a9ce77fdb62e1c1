package dev.instead.config;

import dev.instead.config.Fixture.Deadline;
import dev.instead.config.Fixture.Moment;
import dev.instead.config.Fixture.Place;
import dev.instead.policy.Account;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the reports and questions of a file of tests. */
final class FixtureReader {
  private static final int MOST = 5_000;
  private static final int OFFERED = 3;

  private final String file;
  private final Known known;
  private Optional<Moment> everywhere = Optional.empty();

  /** @param policy whose ids and languages are known; empty: all are taken */
  FixtureReader(String file, Optional<Policy> policy) {
    this.file = file;
    this.known = policy.map(Known::of).orElse(Known.ALL);
  }

  List<Fixture> read(Section root) {
    everywhere = root.get("at").flatMap(Moments::read);
    List<Fixture> fixtures = new ArrayList<>();
    if (!root.has("reports") && !root.has("questions")) {
      root.wrong("has no tests", "Add \"reports\", \"questions\" or both.");
    }
    each(root, "reports", this::report, fixtures);
    each(root, "questions", this::question, fixtures);
    root.close();
    return fixtures;
  }

  private static void each(
      Section root, String key, BiFunction<Section, Integer, Fixture> read, List<Fixture> to) {
    List<Entry> entries = root.list(key);
    if (entries.size() > MOST) {
      root.wrong(key, "has more than " + MOST + " " + key, "Put some into another file.");
      return;
    }
    for (Entry entry : entries) {
      entry.section().ifPresent(section -> {
        to.add(read.apply(section, Places.line(entry.node())));
        section.close();
      });
    }
  }

  private Fixture.Report report(Section section, int line) {
    String text = section
        .get("text")
        .flatMap(entry -> entry.text(dev.instead.report.Report.MAX_TEXT))
        .orElse("");
    Optional<String> link = section.get("link").flatMap(entry -> entry.text(Limits.LONGEST_LINK));
    if (!section.has("text") && !section.has("link")) {
      section.wrong("text", "has neither \"text\" nor \"link\"", "Add what a colleague writes.");
    }
    expects(section, List.of("situation", "team", "severity", "deadline", "right"));
    if (section.has("right")) {
      List.of("situation", "team", "severity", "deadline").stream()
          .filter(section::has)
          .findFirst()
          .ifPresent(key -> section.wrong(
              key,
              "expects a \"right\" and a \"" + key + "\"",
              "Keep one of them: where a right is explained, nothing is filed."));
    }
    return new Fixture.Report(
        new Place(file, line),
        text,
        link.orElse(""),
        language(section),
        at(section),
        id(section, "chosen").filter(known::situation).map(Named::situation),
        id(section, "situation").filter(known::situation).map(Named::situation),
        id(section, "team").filter(known::team).map(Named::team),
        section.get("severity").flatMap(Forms::severity),
        section.get("deadline").flatMap(Moments::deadline).map(Deadline::new),
        id(section, "right").filter(known::right).map(Named::rule));
  }

  private Fixture.Question question(Section section, int line) {
    String text = section
        .require("text")
        .flatMap(entry -> entry.text(dev.instead.report.Report.MAX_TEXT))
        .orElse("?");
    expects(section, List.of("answer", "suggest", "none"));
    Optional<RuleId> answer = id(section, "answer").filter(known::rule).map(Named::rule);
    for (String key : List.of("verdict", "says")) {
      if (section.has(key) && !section.has("answer")) {
        section.wrong(key, "expects a \"" + key + "\" and no \"answer\"", "Add the answer's id.");
      }
    }
    section
        .get("suggest")
        .filter(
            entry -> entry.isList() && (entry.items().isEmpty() || entry.items().size() > OFFERED))
        .ifPresent(entry -> entry.wrong(
            "holds " + entry.items().size() + " ids",
            "Write one to " + OFFERED + "; more are never offered."));
    List<RuleId> suggest = section.list("suggest").stream()
        .flatMap(entry -> named(entry).filter(known::rule).map(Named::rule).stream())
        .toList();
    return new Fixture.Question(
        new Place(file, line),
        text,
        language(section),
        at(section),
        section.get("stance").flatMap(Forms::stance),
        SituationReader.flag(section, "trained", false),
        section.get("account").flatMap(entry -> Forms.named(entry, Account.values())),
        answer,
        suggest,
        SituationReader.flag(section, "none", false),
        section.get("verdict").flatMap(entry -> Forms.named(entry, Fixture.Said.values())),
        section.get("says").flatMap(entry -> entry.text(Limits.TEXT)));
  }

  private static void expects(Section section, List<String> keys) {
    if (keys.contains("none") && !SituationReader.flag(section, "none", true)) {
      section.wrong("none", "says \"none: false\"", "Write what is expected instead.");
    } else if (keys.stream().noneMatch(section::has)) {
      section.wrong("expects nothing", "Add one of: " + String.join(", ", keys) + ".");
    }
  }

  private Moment at(Section section) {
    Optional<Moment> own = section.get("at").flatMap(Moments::read);
    if (own.isEmpty() && everywhere.isEmpty() && !section.has("at")) {
      section.wrong(
          "at",
          "has no \"at\"",
          "Add it here or for the whole file, so that the test says the same tomorrow.");
    }
    return own.or(() -> everywhere).orElse(Moments.STAND_IN);
  }

  private Optional<Locale> language(Section section) {
    return section
        .get("language")
        .filter(entry -> entry
            .text(Languages.CODE, Languages.CODE_FORM)
            .filter(code -> known.language(entry, code))
            .isPresent())
        .flatMap(entry -> entry.text(Limits.TITLE))
        .map(Locale::forLanguageTag);
  }

  private static Optional<Named> id(Section section, String key) {
    return section.get(key).flatMap(FixtureReader::named);
  }

  private static Optional<Named> named(Entry entry) {
    return entry.text(Section.ID, Section.ID_FORM).map(word -> new Named(entry, word));
  }

  /** An id where it stands. */
  record Named(Entry entry, String word) {
    RuleId rule() {
      return new RuleId(word);
    }

    TeamId team() {
      return new TeamId(word);
    }

    SituationId situation() {
      return new SituationId(word);
    }
  }
}
