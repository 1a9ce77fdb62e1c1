package dev.instead.store;

import dev.instead.desk.Feedback;
import dev.instead.policy.RuleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Feedback in a database. */
public final class JdbiFeedback implements Feedback {
  /** How long questions are kept that somebody sent on. See docs/decisions/0020. */
  public static final Duration KEPT = Duration.ofDays(90);

  private static final String KEEP =
      "INSERT INTO feedback (at, kind, entry, likeness, language, words, settled) VALUES (?, ?, ?, ?, ?, ?, 0)";

  private static final String SINCE = """
      SELECT seq, at, kind, entry, likeness, language, words FROM feedback
      WHERE at >= ? AND settled = 0 ORDER BY at DESC, seq DESC LIMIT ?
      """;

  private static final String FIND =
      "SELECT seq, at, kind, entry, likeness, language, words FROM feedback WHERE seq = ?";

  private static final String SETTLE = "UPDATE feedback SET settled = 1 WHERE seq = ?";

  private static final String SHOWN = """
      SELECT CASE WHEN method = 'chosen' THEN 'chosen' ELSE outcome END AS shown,
        CASE WHEN instr(rules, ',') > 0 THEN substr(rules, 1, instr(rules, ',') - 1) ELSE rules END AS entry,
        COUNT(*) AS times
      FROM answer_given WHERE at >= ? GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
      """;

  private static final String SHOWN_POSTGRES = """
      SELECT CASE WHEN method = 'chosen' THEN 'chosen' ELSE outcome END AS shown, split_part(rules, ',', 1) AS entry, COUNT(*) AS times
      FROM answer_given WHERE at >= ? GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
      """;

  private static final String FORGET =
      "DELETE FROM feedback WHERE seq IN (SELECT seq FROM feedback WHERE at < ? ORDER BY at LIMIT ?)";

  private final Database database;
  private final Executor later;

  /**
   * Feedback of one database.
   *
   * @param later keeps what was given; nobody waits for it, so that askers are answered from a slow store as well
   */
  public JdbiFeedback(Database database, Executor later) {
    this.database = database;
    this.later = later;
  }

  @Override
  public void keep(Given given, Instant at) {
    later.execute(() -> database
        .writer()
        .write(sql -> sql.update(
            KEEP,
            at.toEpochMilli(),
            given.kind().code(),
            given.entry().map(RuleId::value).orElse(""),
            given.likeness(),
            given.language().toLanguageTag(),
            given.words())));
  }

  @Override
  public List<Kept> since(Instant from, int limit) {
    return database
        .readers()
        .readHot(sql -> sql.list(SINCE, JdbiFeedback::kept, from.toEpochMilli(), limit));
  }

  @Override
  public Optional<Kept> find(long seq) {
    return database.readers().readHot(sql -> sql.one(FIND, JdbiFeedback::kept, seq));
  }

  @Override
  public void settle(List<Long> seqs) {
    database.writer().write(sql -> {
      for (long seq : seqs) {
        sql.update(SETTLE, seq);
      }
      return seqs.size();
    });
  }

  @Override
  public List<Shown> shown(Instant from) {
    return database
        .readers()
        .readHot(sql -> sql.list(
            sql.dialect().of(SHOWN, SHOWN_POSTGRES),
            row -> new Shown(
                row.getString("shown"), entry(row.getString("entry")), row.getInt("times")),
            from.toEpochMilli()));
  }

  /**
   * Forgets what was given before {@code before}.
   *
   * @param limit at most so many in one write, so that nobody else waits long for theirs
   * @return how many were forgotten; fewer than {@code limit} when none is left
   */
  public int forget(Instant before, int limit) {
    return database.writer().write(sql -> sql.update(FORGET, before.toEpochMilli(), limit));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        new Given(
            Kind.ofCode(row.getString("kind")),
            entry(row.getString("entry")),
            row.getString("likeness"),
            Locale.forLanguageTag(row.getString("language")),
            row.getString("words")));
  }

  private static Optional<RuleId> entry(String id) {
    return id.isEmpty() ? Optional.empty() : Optional.of(new RuleId(id));
  }
}
