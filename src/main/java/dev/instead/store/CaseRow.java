package dev.instead.store;

import dev.instead.people.Person;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Outcome;
import dev.instead.report.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code cases}. */
record CaseRow(
    String number,
    String kind,
    String situation,
    String team,
    String severity,
    String stage,
    @Nullable Person stageBy,
    @Nullable Long stageAt,
    @Nullable String outcome,
    @Nullable String outcomeText,
    @Nullable String mergedInto,
    @Nullable String linkUrl,
    @Nullable String linkKey,
    boolean restricted,
    String language,
    int reports,
    long openedAt,
    @Nullable Long dueAt,
    String policyVersion,
    int version,
    int turn) {
  /** From {@code cases c LEFT JOIN person s ON s.id = c.stage_by}. */
  static final String COLUMNS = """
      c.number, c.kind, c.situation, c.team, c.severity, c.stage, c.stage_at, c.outcome, c.outcome_text, c.merged_into,
      c.link_url, c.link_key, c.restricted, c.language, c.reports, c.opened_at, c.due_at, c.policy_version, c.version, c.turn,
      s.platform AS stage_platform, s.workspace AS stage_workspace, s.remote_id AS stage_person
      """;

  static final String OPEN = "open";
  static final String CLAIMED = "claimed";
  static final String RESOLVED = "resolved";
  static final String MERGED = "merged";
  static final String WITHDRAWN = "withdrawn";

  static CaseRow of(Case about) {
    StageColumns stage = StageColumns.of(about.stage());
    return new CaseRow(
        about.number().value(),
        about.kind().code(),
        about.situation().value(),
        about.team().value(),
        about.severity().code(),
        stage.code(),
        stage.by(),
        stage.at() == null ? null : stage.at().toEpochMilli(),
        stage.outcome() == null ? null : stage.outcome().code(),
        stage.text(),
        stage.into() == null ? null : stage.into().value(),
        about.link().map(Link::url).orElse(null),
        about.link().map(Link::key).orElse(null),
        about.restricted(),
        about.language().toLanguageTag(),
        about.reports(),
        about.openedAt().toEpochMilli(),
        about.due().map(Instant::toEpochMilli).orElse(null),
        about.policyVersion(),
        about.version(),
        about.turn());
  }

  static CaseRow of(ResultSet row) throws SQLException {
    return new CaseRow(
        row.getString("number"),
        row.getString("kind"),
        row.getString("situation"),
        row.getString("team"),
        row.getString("severity"),
        row.getString("stage"),
        People.orNull(row, "stage_platform", "stage_workspace", "stage_person"),
        Statements.longOrNull(row, "stage_at"),
        row.getString("outcome"),
        row.getString("outcome_text"),
        row.getString("merged_into"),
        row.getString("link_url"),
        row.getString("link_key"),
        row.getInt("restricted") == 1,
        row.getString("language"),
        row.getInt("reports"),
        row.getLong("opened_at"),
        Statements.longOrNull(row, "due_at"),
        row.getString("policy_version"),
        row.getInt("version"),
        row.getInt("turn"));
  }

  Case toCase() {
    return new Case(
        new CaseNumber(number),
        Case.Kind.ofCode(kind),
        new SituationId(situation),
        new TeamId(team),
        Severity.ofCode(severity),
        new StageColumns(
                stage,
                stageBy,
                stageAt == null ? null : Instant.ofEpochMilli(stageAt),
                outcome == null ? null : Outcome.ofCode(outcome),
                outcomeText,
                mergedInto == null ? null : new CaseNumber(mergedInto))
            .toStage(),
        linkKey == null || linkUrl == null
            ? Optional.empty()
            : Optional.of(new Link(linkUrl, linkKey)),
        restricted,
        Locale.forLanguageTag(language),
        reports,
        Instant.ofEpochMilli(openedAt),
        Optional.ofNullable(dueAt).map(Instant::ofEpochMilli),
        policyVersion,
        version,
        turn);
  }

  /** A stage spread over columns. */
  record StageColumns(
      String code,
      @Nullable Person by,
      @Nullable Instant at,
      @Nullable Outcome outcome,
      @Nullable String text,
      @Nullable CaseNumber into) {
    static StageColumns of(Stage stage) {
      if (stage instanceof Stage.Open) {
        return new StageColumns(OPEN, null, null, null, null, null);
      }
      if (stage instanceof Stage.Claimed it) {
        return new StageColumns(CLAIMED, it.by(), it.at(), null, null, null);
      }
      if (stage instanceof Stage.Resolved it) {
        return new StageColumns(RESOLVED, it.by(), it.at(), it.outcome(), it.text(), null);
      }
      if (stage instanceof Stage.Merged it) {
        return new StageColumns(MERGED, it.by(), it.at(), null, null, it.into());
      }
      if (stage instanceof Stage.Withdrawn it) {
        return new StageColumns(WITHDRAWN, null, it.at(), null, null, null);
      }
      throw new AssertionError("No columns for " + stage.getClass().getSimpleName());
    }

    Stage toStage() {
      return switch (code) {
        case OPEN -> new Stage.Open();
        case CLAIMED -> new Stage.Claimed(there(by), there(at));
        case RESOLVED -> new Stage.Resolved(there(by), there(at), there(outcome), there(text));
        case MERGED -> new Stage.Merged(there(by), there(at), there(into));
        case WITHDRAWN -> new Stage.Withdrawn(there(at));
        default -> throw new IllegalStateException("No stage is called \"" + code + "\"");
      };
    }

    private static <T> T there(@Nullable T value) {
      if (value == null) {
        throw new IllegalStateException("A case's stage lacks one of its columns");
      }
      return value;
    }
  }
}
