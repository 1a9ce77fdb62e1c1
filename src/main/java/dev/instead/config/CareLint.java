package dev.instead.config;

import dev.instead.policy.Hours;
import dev.instead.policy.Policy;
import dev.instead.policy.Situation;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What would leave people alone on the day: past review dates, missing emergency contacts, a team that never comes back. */
final class CareLint {
  private static final int DAYS_OF_YEAR = 366;

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
      answer.questions().forEach((language, questions) -> {
        if (questions.size() == 1) {
          problems.warn(
              "answers." + id + ".questions." + language.toLanguageTag(),
              "answer \"" + id + "\" has only one question in \"" + language.toLanguageTag() + "\"",
              "Add others, as people really ask; it is found more often then.");
        }
      });
    });
    lint.owners(policy);
    lint.emergency(policy);
    lint.hours(policy);
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
