package dev.instead.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.notice.Wanted;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.report.ReportId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is wanted into {@code message}, inside the transaction of whoever wants it. */
final class Messages {
  // Wanted while it waits, a message keeps its place, and with it the time that a platform told it
  // to wait for.
  private static final String RAISE = """
      wanted = message.wanted + 1,
      due_at = CASE WHEN message.state = 'due' AND message.delivered < message.wanted THEN message.due_at ELSE ? END,
      attempts = CASE WHEN message.state = 'due' THEN message.attempts ELSE 0 END,
      in_doubt = CASE WHEN message.state = 'due' OR message.in_doubt = 0 THEN message.in_doubt ELSE 1 END,
      state = 'due'
      """;

  private static final String ADD_OR_RAISE = """
      INSERT INTO message (id, case_number, kind, subject, platform, workspace, conversation, person, report, detail, urgency, danger,
        wanted, wanted_at, delivered, remote_conversation, remote_id, state, due_at, attempts, in_doubt, error)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 0, ?, ?, 'due', ?, 0, 0, '')
      ON CONFLICT (case_number, kind, subject) DO UPDATE SET detail = excluded.detail,
        danger = CASE WHEN message.danger = 1 THEN 1 ELSE excluded.danger END,
      """ + RAISE;

  private static final String RAISE_IF_PRESENT = "UPDATE message SET " + RAISE + """
          WHERE case_number = ? AND kind = ? AND subject = ?
          """;

  // The card says how many reporters can't be reached, so it is drawn again when one more can't.
  static final String RAISE_CARDS_BESIDE = "UPDATE message SET " + RAISE + """
          WHERE kind = 'team_card' AND state = 'due'
            AND case_number = (SELECT case_number FROM message WHERE id = ? AND person IS NOT NULL AND case_number <> '')
          """;

  // What is delivered after all where nobody was reached has its stand-ins elsewhere.
  static final String RAISE_STAND_INS = "UPDATE message SET " + RAISE + """
          WHERE kind = 'team_card' AND state = 'due' AND id <> ?
            AND case_number = (SELECT case_number FROM message WHERE id = ? AND unreached = 1 AND kind = 'team_card' AND case_number <> '')
          """;

  private static final String RAISE_HOMES_OF_REPORTERS = "UPDATE message SET " + RAISE + """
          WHERE case_number = '' AND kind = 'home'
            AND person IN (
              SELECT person FROM report WHERE case_number = ? AND withdrawn = 0
              UNION
              SELECT s.other FROM report r JOIN same_person s ON s.person = r.person
              WHERE r.case_number = ? AND r.withdrawn = 0)
          """;

  private static final String RAISE_HOME =
      "UPDATE message SET " + RAISE + "WHERE kind = 'home' AND person = ?";

  private static final String RAISE_CARDS = "UPDATE message SET " + RAISE
      + "WHERE case_number = ? AND kind = 'team_card' AND state = 'due'";

  // Who merely joined a restricted case never hears of it.
  // Older news of the same kind that nobody has heard yet would only repeat the newer.
  private static final String OLDER_NEWS = """
      UPDATE message SET delivered = wanted
      WHERE case_number = ? AND kind = ? AND state = 'due' AND delivered < wanted AND lent_until IS NULL AND remote_id IS NULL
      """;

  // Who reported both of two cases that were joined has two reports of one, and hears each thing
  // once; so does who reported it from two accounts. Nobody hears of what they did under their
  // other
  // account.
  private static final String REPORTERS = """
      SELECT r.id, r.person FROM report r JOIN cases c ON c.number = r.case_number JOIN person p ON p.id = r.person
      WHERE r.case_number = ? AND r.withdrawn = 0 AND p.remote_id NOT LIKE 'former:%' AND (c.restricted = 0 OR r.joined = 0) AND r.person <> ?
        AND NOT EXISTS (SELECT 1 FROM report o WHERE o.person = r.person AND o.case_number = r.case_number AND o.withdrawn = 0
          AND (c.restricted = 0 OR o.joined = 0) AND (o.at < r.at OR (o.at = r.at AND o.id < r.id)))
        AND NOT EXISTS (SELECT 1 FROM same_person s WHERE s.person = r.person AND s.other = ?)
        AND NOT EXISTS (SELECT 1 FROM same_person s JOIN report o ON o.person = s.other
          WHERE s.person = r.person AND o.case_number = r.case_number AND o.withdrawn = 0
          AND (c.restricted = 0 OR o.joined = 0) AND (o.at < r.at OR (o.at = r.at AND o.id < r.id)))
      ORDER BY r.at, r.id
      """;

  // What a note answers to says it best; else it is the person's own report of the case.
  private static final String REPORT_OF = """
      SELECT COALESCE(
        (SELECT report FROM note WHERE id = ?),
        (SELECT id FROM report WHERE person = ? AND case_number = ? ORDER BY withdrawn, at DESC LIMIT 1)) AS report
      """;

  // A click on the recorded card is no stray, nor is any other message that is recorded; and while
  // no card is recorded yet, nobody knows which one will be.
  static final String OTHER_CARD = """
      SELECT 1 FROM message m WHERE m.case_number = ? AND m.kind = 'team_card' AND m.subject = ? AND m.remote_id <> ?
        AND NOT EXISTS (SELECT 1 FROM message o WHERE o.conversation = m.conversation AND o.remote_id = ?
          AND (o.kind <> 'stray_card' OR o.case_number <> m.case_number))
      """;

  static final String OF_ANOTHER = """
      SELECT 1 FROM message WHERE conversation = ? AND remote_id = ? AND case_number <> ? AND kind <> 'stray_card'
      """;

  private static final long NOBODY = -1;

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private Messages() {}

  static void want(Statements sql, List<Wanted> wanted, Instant now) throws SQLException {
    for (Wanted one : wanted) {
      want(sql, one, now.toEpochMilli());
    }
  }

  /** The person's home, if it was ever opened, shows something else now. */
  static void raiseHome(Statements sql, long person, Instant now) throws SQLException {
    sql.update(RAISE_HOME, now.toEpochMilli(), person);
  }

  /** The case's cards say something else now. */
  static void raiseCards(Statements sql, String number, Instant now) throws SQLException {
    sql.update(RAISE_CARDS, now.toEpochMilli(), number);
  }

  private static void want(Statements sql, Wanted wanted, long now) throws SQLException {
    if (wanted.onlyIfPresent() && wanted.to() instanceof Recipient.Reporters) {
      sql.update(RAISE_HOMES_OF_REPORTERS, now, number(wanted), number(wanted));
    } else if (wanted.onlyIfPresent()) {
      sql.update(RAISE_IF_PRESENT, now, number(wanted), wanted.kind().code(), wanted.subject());
    } else if (wanted.to() instanceof Recipient.InChannel to) {
      wantInChannel(sql, wanted, to.channel(), now);
    } else if (wanted.to() instanceof Recipient.InPrivate to) {
      wantInPrivate(sql, wanted, to.person(), now);
    } else if (wanted.to() instanceof Recipient.Reporters to) {
      wantForReporters(sql, wanted, to, now);
    } else {
      throw new AssertionError("No row for " + wanted.to().getClass().getSimpleName());
    }
  }

  private static void wantInChannel(Statements sql, Wanted wanted, Channel channel, long now)
      throws SQLException {
    boolean stray = wanted.kind() == MessageKind.STRAY_CARD;
    if (stray
        && sql.one(
                OTHER_CARD,
                row -> true,
                number(wanted),
                channel.id(),
                wanted.detail(),
                wanted.detail())
            .isEmpty()) {
      return;
    }
    String remote = stray ? wanted.detail() : null;
    add(sql, wanted, wanted.subject(), channel, null, null, remote, now);
  }

  private static void wantInPrivate(Statements sql, Wanted wanted, Person person, long now)
      throws SQLException {
    if (person.isFormer()) {
      return; // Nobody is there to be told.
    }
    long key = People.key(sql, person);
    add(sql, wanted, wanted.subject(), null, key, report(sql, wanted, key), null, now);
  }

  private static void wantForReporters(
      Statements sql, Wanted wanted, Recipient.Reporters to, long now) throws SQLException {
    if (wanted.kind() != MessageKind.RELAY) {
      sql.update(OLDER_NEWS, number(wanted), wanted.kind().code());
    }
    long except = to.except().isPresent() ? People.key(sql, to.except().get()) : NOBODY;
    for (Reporter each : sql.list(
        REPORTERS,
        row -> new Reporter(row.getString(1), row.getLong(2)),
        number(wanted),
        except,
        except)) {
      String subject = Wanted.newsSubject(new ReportId(each.report()), wanted.subject());
      add(sql, wanted, subject, null, each.person(), each.report(), null, now);
    }
  }

  /** The report that a message to a person is about. */
  private static @Nullable String report(Statements sql, Wanted wanted, long person)
      throws SQLException {
    if (wanted.number().isEmpty()) {
      return null;
    }
    if (wanted.kind() == MessageKind.RECEIPT) {
      return wanted.subject();
    }
    return sql.one(REPORT_OF, row -> row.getString(1), wanted.detail(), person, number(wanted))
        .orElse(null);
  }

  private static void add(
      Statements sql,
      Wanted wanted,
      String subject,
      @Nullable Channel channel,
      @Nullable Long person,
      @Nullable String report,
      @Nullable String remote,
      long now)
      throws SQLException {
    sql.update(
        ADD_OR_RAISE,
        IDS.generate().toString(),
        number(wanted),
        wanted.kind().code(),
        subject,
        channel == null ? null : channel.platform().code(),
        channel == null ? null : channel.workspace(),
        channel == null ? null : channel.id(),
        person,
        report,
        wanted.detail(),
        wanted.kind().urgency(),
        wanted.danger(),
        now,
        channel == null || remote == null ? null : channel.id(),
        remote,
        now,
        now);
  }

  private static String number(Wanted wanted) {
    return wanted.number().map(number -> number.value()).orElse("");
  }

  private record Reporter(String report, long person) {}
}
