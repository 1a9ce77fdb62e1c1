package dev.instead.store;

import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A store with four cases, for tests that only know its file. */
public final class StoredReports {
  private StoredReports() {}

  /** Makes it where there is none yet. */
  public static Path in(Path file) {
    if (!Files.exists(file)) {
      try (Database database = Database.open("jdbc:sqlite:" + file)) {
        JdbiCases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
        // A Tuesday evening in Jakarta, and the morning after.
        file(cases, "S-7KQ2", "refund", "id", "yelp.com/biz/1", "2026-11-24T15:00:00Z");
        file(cases, "S-8MN3", "refund", "en", "x.com/1", "2026-11-25T03:00:00Z");
        file(cases, "S-9PQ4", "threat", "en", "secret.example/1", "2026-11-25T04:00:00Z");
        file(cases, "S-2RT5", "praise", "id", "instagram.com/p/1", "2026-11-25T05:00:00Z");
      }
    }
    return file;
  }

  private static void file(
      JdbiCases cases, String number, String situation, String language, String link, String at) {
    Case opened = new Case(
        new CaseNumber(number),
        Case.Kind.REPORT,
        new SituationId(situation),
        Samples.CARE,
        Severity.NORMAL,
        new Stage.Open(),
        Optional.of(new Link("https://" + link, link)),
        situation.equals("threat"),
        Locale.forLanguageTag(language),
        1,
        Instant.parse(at),
        Optional.empty(),
        "1",
        0,
        0);
    if (!cases.save(Samples.filing(opened, Samples.report(opened.number(), Samples.DEWI)))) {
      throw new IllegalStateException("A case could not be stored");
    }
  }
}
