package dev.instead.store;

import dev.instead.desk.Cases;
import dev.instead.desk.Change;
import dev.instead.desk.Delivery;
import dev.instead.desk.Joining;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The cases in a database. Reading sees everything that was stored before it began. */
public final class JdbiCases implements Cases {
  private static final String FROM_CASES =
      "SELECT " + CaseRow.COLUMNS + " FROM cases c LEFT JOIN person s ON s.id = c.stage_by\n";

  private static final String FROM_REPORTS =
      "SELECT " + ReportRow.COLUMNS + " FROM report r JOIN person p ON p.id = r.person\n";

  private static final String FROM_NOTES =
      "SELECT " + NoteRow.COLUMNS + " FROM note n JOIN person p ON p.id = n.person\n";

  private static final String FIND = FROM_CASES + "WHERE c.number = ?";

  private static final String OPEN_CASE_OF =
      FROM_CASES + "WHERE c.link_key = ? AND c.stage IN ('open', 'claimed')";

  private static final String OPEN_CASES = FROM_CASES + """
          WHERE c.team = :team AND c.stage IN ('open', 'claimed')
          ORDER BY c.opened_at, c.number LIMIT :limit
          """;

  private static final String OLDEST_OPEN = """
      SELECT number FROM cases
      WHERE team = :team AND stage IN ('open', 'claimed') AND stage = 'open'
      ORDER BY opened_at, number LIMIT 1
      """;

  private static final String REPORT = FROM_REPORTS + "WHERE r.id = ?";

  private static final String REPORT_BY = FROM_REPORTS + """
          WHERE p.platform = ? AND p.workspace = ? AND p.remote_id = ? AND r.case_number = ? AND r.withdrawn = 0
          ORDER BY r.at DESC, r.id DESC LIMIT 1
          """;

  private static final String LATEST_REPORTS = FROM_REPORTS + """
          WHERE r.case_number = :number AND r.withdrawn = 0
          ORDER BY r.at DESC, r.id DESC LIMIT :limit
          """;

  private static final String FILED_BY =
      "SELECT " + ReportRow.COLUMNS + ", " + CaseRow.COLUMNS + """
          FROM person p JOIN report r ON r.person = p.id JOIN cases c ON c.number = r.case_number
          LEFT JOIN person s ON s.id = c.stage_by
          WHERE p.platform = :platform AND p.workspace = :workspace AND p.remote_id = :person AND r.withdrawn = 0
          ORDER BY r.at DESC, r.id DESC LIMIT :limit
          """;

  private static final String NOTE = FROM_NOTES + "WHERE n.id = :id";

  private static final String NOTES =
      FROM_NOTES + "WHERE n.case_number = :number ORDER BY n.at, n.id";

  private static final String EVENTS = "SELECT " + EventRow.COLUMNS + """
           FROM event e LEFT JOIN person p ON p.id = e.person
          WHERE e.case_number = :number ORDER BY e.seq
          """;

  private static final String HAS_CARD = """
      SELECT 1 FROM message
      WHERE case_number = ? AND kind = 'team_card' AND subject = ? AND remote_id IS NOT NULL AND state <> 'given_up'
      """;

  private static final String UNREACHED = """
      SELECT COUNT(DISTINCT person) FROM message WHERE case_number = ? AND state = 'given_up' AND person IS NOT NULL
      """;

  private static final String RELAYED = """
      SELECT m.detail, m.report FROM person p JOIN message m ON m.person = p.id
      WHERE p.platform = ? AND p.workspace = ? AND p.remote_id = ?
        AND m.kind = 'relay' AND m.remote_id = ? AND m.report IS NOT NULL
      """;

  private static final String ERASED = "SELECT erased_at FROM cases WHERE number = ?";

  private static final String ANSWER_TO = """
      SELECT answer FROM delivery WHERE key = ?
      """;

  private static final String FORGET_ANSWERS = """
      DELETE FROM delivery WHERE key IN (SELECT key FROM delivery WHERE at < ? ORDER BY at LIMIT ?)
      """;

  private final Database database;
  private final Clock clock;
  private final Runnable wanted;
  private final Consumer<String> happened;

  /**
   * @param clock says when deliveries were answered and messages first wanted
   * @param wanted called after something that wants messages is on disk; must be quick
   */
  public JdbiCases(Database database, Clock clock, Runnable wanted) {
    this(database, clock, wanted, event -> {});
  }

  /** The same, with {@code happened} told the code of each event that was stored. */
  public JdbiCases(Database database, Clock clock, Runnable wanted, Consumer<String> happened) {
    this.database = database;
    this.clock = clock;
    this.wanted = wanted;
    this.happened = happened;
  }

  @Override
  public Optional<Case> find(CaseNumber number) {
    return database
        .readers()
        .readHot(sql -> sql.one(FIND, CaseRow::of, number.value()))
        .map(CaseRow::toCase);
  }

  @Override
  public Optional<Case> openCaseOf(String linkKey) {
    return database
        .readers()
        .readHot(sql -> sql.one(OPEN_CASE_OF, CaseRow::of, linkKey))
        .map(CaseRow::toCase);
  }

  @Override
  public Optional<Report> report(ReportId id) {
    return database
        .readers()
        .readHot(sql -> sql.one(REPORT, ReportRow::of, id.value()))
        .map(ReportRow::toReport);
  }

  @Override
  public Optional<Instant> erased(CaseNumber number) {
    return database
        .readers()
        .readHot(sql -> sql.one(
            ERASED,
            row -> Optional.ofNullable(Statements.longOrNull(row, "erased_at")),
            number.value()))
        .flatMap(at -> at)
        .map(Instant::ofEpochMilli);
  }

  @Override
  public Optional<Report> reportBy(CaseNumber number, Person reporter) {
    String platform = reporter.platform().code();
    return database
        .readers()
        .readHot(sql -> sql.one(
            REPORT_BY,
            ReportRow::of,
            platform,
            reporter.workspace(),
            reporter.id(),
            number.value()))
        .map(ReportRow::toReport);
  }

  @Override
  public List<Report> latestReports(CaseNumber number, int limit) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(LATEST_REPORTS)
            .bind("number", number.value())
            .bind("limit", limit)
            .map((row, context) -> ReportRow.of(row).toReport())
            .list());
  }

  @Override
  public Optional<Note> note(NoteId id) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(NOTE)
            .bind("id", id.value())
            .map((row, context) -> NoteRow.of(row).toNote())
            .findOne());
  }

  @Override
  public List<Note> notes(CaseNumber number) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(NOTES)
            .bind("number", number.value())
            .map((row, context) -> NoteRow.of(row).toNote())
            .list());
  }

  @Override
  public List<CaseEvent> events(CaseNumber number) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(EVENTS)
            .bind("number", number.value())
            .map((row, context) -> EventRow.of(row).toEvent())
            .list());
  }

  @Override
  public List<Filed> filedBy(Person reporter, int limit) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(FILED_BY)
            .bind("platform", reporter.platform().code())
            .bind("workspace", reporter.workspace())
            .bind("person", reporter.id())
            .bind("limit", limit)
            .map((row, context) ->
                new Filed(ReportRow.of(row).toReport(), CaseRow.of(row).toCase()))
            .list());
  }

  @Override
  public Optional<CaseNumber> oldestOpen(TeamId team) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(OLDEST_OPEN)
            .bind("team", team.value())
            .mapTo(String.class)
            .findOne())
        .map(CaseNumber::new);
  }

  @Override
  public List<Case> openCases(TeamId team, int limit) {
    return database
        .readers()
        .read(handle -> handle
            .createQuery(OPEN_CASES)
            .bind("team", team.value())
            .bind("limit", limit)
            .map((row, context) -> CaseRow.of(row).toCase())
            .list());
  }

  @Override
  public boolean isStray(CaseNumber number, Channel channel, String remote) {
    return database
        .readers()
        .readHot(sql ->
            sql.one(Messages.OTHER_CARD, row -> true, number.value(), channel.id(), remote, remote))
        .isPresent();
  }

  @Override
  public boolean isOfAnother(CaseNumber number, Channel channel, String remote) {
    return database
        .readers()
        .readHot(
            sql -> sql.one(Messages.OF_ANOTHER, row -> true, channel.id(), remote, number.value()))
        .isPresent();
  }

  @Override
  public boolean hasCard(CaseNumber number, String conversation) {
    return database
        .readers()
        .readHot(sql -> sql.one(HAS_CARD, row -> true, number.value(), conversation))
        .isPresent();
  }

  @Override
  public int unreached(CaseNumber number) {
    return database
        .readers()
        .readHot(sql -> sql.one(UNREACHED, row -> row.getInt(1), number.value()))
        .orElse(0);
  }

  @Override
  public Optional<Relayed> relayed(Person reporter, String remoteId) {
    String platform = reporter.platform().code();
    return database
        .readers()
        .readHot(sql -> sql.one(
            RELAYED,
            row -> new Relayed(new NoteId(row.getString(1)), new ReportId(row.getString(2))),
            platform,
            reporter.workspace(),
            reporter.id(),
            remoteId));
  }

  @Override
  public Optional<String> answerTo(Delivery delivery) {
    return database
        .readers()
        .readHot(sql -> sql.one(ANSWER_TO, row -> row.getString(1), delivery.key()));
  }

  /**
   * Forgets what was answered to deliveries before {@code before}; platforms repeat theirs within hours.
   *
   * @param limit at most so many in one write, so that nobody else waits long for theirs
   * @return how many were forgotten; fewer than {@code limit} when none is left
   */
  public int forgetAnswers(Instant before, int limit) {
    return database.writer().write(sql -> sql.update(FORGET_ANSWERS, before.toEpochMilli(), limit));
  }

  @Override
  public boolean save(Change change) {
    try {
      database.writer().write(sql -> {
        CaseWrites.save(sql, change, clock.instant());
        return true;
      });
      wanted.run();
      tell(change.events(), change.reports());
      return true;
    } catch (CaseWrites.TooLate quicker) {
      return false;
    }
  }

  @Override
  public Optional<Case> join(Joining joining) {
    try {
      Optional<CaseRow> joined = database.writer().write(sql -> {
        CaseWrites.join(sql, joining, clock.instant());
        return sql.one(FIND, CaseRow::of, joining.report().number().value());
      });
      wanted.run();
      tell(List.of(joining.event()), List.of(joining.report()));
      return joined.map(CaseRow::toCase);
    } catch (CaseWrites.TooLate quicker) {
      return Optional.empty();
    }
  }

  private void tell(List<CaseEvent> events, List<Report> reports) {
    Optional<String> report =
        reports.stream().findFirst().map(first -> first.id().value());
    for (CaseEvent event : events) {
      String code = EventCodes.code(event.what());
      happened.accept(code);
      Trail.stored(event.number().value(), report, code);
    }
  }
}
