package dev.instead.config;

import dev.instead.policy.Hours;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.Situation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What would leave people alone on the day: past review dates, missing emergency contacts, a team that never comes back. */
final class CareLint {
  private static final int DAYS_OF_YEAR = 366;

  /** Of questions in one language. With fewer, one way to ask is all that is understood. */
  private static final int ENOUGH = 3;

  private final LocalDate today;
  private final Problems problems;

  private CareLint(LocalDate today, Problems problems) {
    this.today = today;
    this.problems = problems;
  }

  static void check(Policy policy, LocalDate today, Problems problems) {
    CareLint lint = new CareLint(today, problems);
    policy
        .resources()
        .forEach((id, resource) ->
            lint.review("resource", id.value(), resource.reviewBy(), "resources." + id));
    policy
        .situations()
        .forEach((id, situation) -> ReferenceLint.each(
            "situations." + id + ".replies",
            situation.replies(),
            (reply, path) -> reply
                .reviewBy()
                .ifPresent(day -> lint.review("reply", reply.id().value(), day, path))));
    policy.answers().forEach((id, answer) -> {
      lint.review("answer", id.value(), answer.reviewBy(), "answers." + id);
    });
    lint.examples(policy);
    lint.owners(policy);
    lint.training(policy);
    lint.emergency(policy);
    lint.hours(policy);
  }

  private void examples(Policy policy) {
    policy
        .answers()
        .forEach((id, answer) -> few("answer", id, answer.questions(), "answers." + id));
    ReferenceLint.each("personal_accounts", policy.personalAccounts(), (rule, path) -> {
      if (rule.questions().isEmpty() && !problems.wrongAt(at -> at.startsWith(path))) {
        problems.warn(
            path,
            "personal account rule \"" + rule.id() + "\" has no questions",
            "Add some in each language, or nobody's question leads to it.");
      }
      few("personal account rule", rule.id(), rule.questions(), path);
    });
    policy.situations().forEach((id, situation) -> {
      if (situation.examples().isEmpty() && !id.equals(Situation.NOT_SURE)) {
        problems.warn(
            "situations." + id,
            "situation \"" + id + "\" has no examples",
            "Add some in each language, or no report's text suggests it.");
      }
    });
  }

  private void few(String kind, RuleId id, Map<Locale, List<String>> questions, String path) {
    questions.forEach((language, asked) -> {
      String tag = language.toLanguageTag();
      if (!asked.isEmpty() && asked.size() < ENOUGH) {
        problems.warn(
            path + ".questions." + tag,
            kind + " \"" + id + "\" has only "
                + (asked.size() == 1 ? "one question" : "two questions") + " in \"" + tag + "\"",
            "Add others, as people really ask; it is found more often then.");
      }
    });
  }

  private void review(String kind, String id, LocalDate reviewBy, String path) {
    if (reviewBy.isBefore(today)) {
      problems.warn(
          path + ".review_by",
          kind + " \"" + id + "\" was to be reviewed by " + reviewBy + " and is withdrawn since",
          "Check that it still holds, then write a later date.");
    }
  }

  private void owners(Policy policy) {
    Set<String> used = new TreeSet<>();
    policy.resources().values().forEach(resource -> used.add(resource.owner()));
    policy.answers().values().forEach(answer -> used.add(answer.owner()));
    policy.embargoes().forEach(embargo -> used.add(embargo.owner()));
    policy
        .situations()
        .values()
        .forEach(situation -> situation.replies().forEach(reply -> used.add(reply.owner())));
    policy.owners().keySet().stream()
        .filter(role -> !used.contains(role))
        .forEach(role -> problems.warn(
            "owners." + role,
            "nothing has the owner \"" + role + "\"",
            Nearest.hint(
                role, used, "Name it where a text or link says \"owner\", or remove it.")));
  }

  private void training(Policy policy) {
    policy
        .trained()
        .until()
        .forEach((platform, days) -> days.forEach((id, day) -> {
          if (day.isBefore(today)) {
            int at = policy.trained().members().on(platform).indexOf(id);
            problems.warn(
                "speakers.trained." + platform.code() + "[" + at + "].until",
                "the training of \"" + id + "\" ended on " + day
                    + ", and the person counts as untrained since",
                "Write a later day once they have been trained again, or remove the entry.");
          }
        }));
  }

  private void emergency(Policy policy) {
    boolean noted = problems.wrongAt(path -> path.startsWith("emergency"));
    if (!policy.emergency().isEmpty() || noted) {
      return;
    }
    policy.situations().values().stream()
        .filter(Situation::danger)
        .forEach(situation -> problems.error(
            "situations." + situation.id() + ".danger",
            "situation \"" + situation.id()
                + "\" means danger, but there are no emergency contacts",
            "Add \"emergency\" with at least one phone number."));
  }

  private void hours(Policy policy) {
    policy
        .teams()
        .forEach((id, team) -> team.hours().ifPresent(hours -> {
          if (hours.holidays().stream().anyMatch(day -> !worksWithinAYearOf(day, hours))) {
            problems.error(
                "teams." + id + ".hours.holidays",
                "team \"" + id + "\" has a whole year of holidays",
                "Leave it a day to come back on.");
          }
        }));
  }

  private static boolean worksWithinAYearOf(LocalDate day, Hours hours) {
    return IntStream.rangeClosed(0, DAYS_OF_YEAR).mapToObj(day::plusDays).anyMatch(hours::worksOn);
  }
}
