package dev.instead.store;

import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * How people and channels are reached, in a database. Every activity refreshes it and almost none brings news, so what is known is
 * remembered and only a difference is written.
 */
public final class JdbiAddressBook implements AddressBook {
  private static final String PERSON = """
      SELECT p.platform, p.workspace, p.remote_id AS person, p.name, a.remote_id, a.language, a.service, a.chat, a.reachable
      FROM person p JOIN acquaintance a ON a.person = p.id
      WHERE p.platform = ? AND p.workspace = ? AND p.remote_id = ?
      """;

  private static final String MEET = """
      INSERT INTO acquaintance (person, remote_id, language, service, chat, reachable) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (person) DO UPDATE SET remote_id = excluded.remote_id, language = COALESCE(excluded.language, acquaintance.language),
        service = excluded.service, chat = COALESCE(excluded.chat, acquaintance.chat), reachable = excluded.reachable
      """;

  private static final String SPOT = """
      SELECT platform, workspace, conversation, team, name, service, reachable FROM spot
      WHERE platform = ? AND workspace = ? AND conversation = ?
      """;

  private static final String FIND = """
      INSERT INTO spot (platform, workspace, conversation, team, name, service, reachable) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (platform, workspace, conversation) DO UPDATE SET team = excluded.team,
        name = CASE WHEN excluded.name = '' THEN spot.name ELSE excluded.name END, service = excluded.service,
        reachable = excluded.reachable
      """;

  private static final String TEAMS = """
      SELECT platform, workspace, conversation, team, name, service, reachable FROM spot s
      WHERE platform = ? AND conversation = (SELECT MIN(o.conversation) FROM spot o
        WHERE o.platform = s.platform AND o.workspace = s.workspace AND o.team = s.team)
      ORDER BY reachable DESC, workspace, team LIMIT ?
      """;

  private static final String LEAVE = """
      UPDATE spot SET reachable = 0 WHERE platform = ? AND workspace = ? AND team = ?
      """;

  private static final int REMEMBERED_PEOPLE = 20_000;
  private static final int REMEMBERED_SPOTS = 2_000;

  /** Of the three seconds that a platform waits for an answer. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final Database database;
  private final Remembered<Person, Acquaintance> people;
  private final Remembered<Channel, Spot> spots;

  /** @param readers what isn't known yet is read by them, and waited for a moment; bounded, they may refuse work */
  public JdbiAddressBook(Database database, Executor readers) {
    this(database, readers, PATIENCE);
  }

  JdbiAddressBook(Database database, Executor readers, Duration patience) {
    this.database = database;
    Duration kept = database.remembered();
    people = new Remembered<>(this::read, readers, patience, kept, REMEMBERED_PEOPLE);
    spots = new Remembered<>(this::read, readers, patience, kept, REMEMBERED_SPOTS);
  }

  @Override
  public void met(Acquaintance who) {
    if (people
        .waitFor(who.person())
        .filter(known -> who.over(known).equals(known))
        .isPresent()) {
      return;
    }
    try {
      database.writer().write(sql -> meet(sql, who));
    } finally {
      // Also when it failed: a write that took too long may still have been done.
      people.forget(who.person());
    }
  }

  @Override
  public Optional<Acquaintance> of(Person person) {
    return people.get(person);
  }

  @Override
  public void found(Spot spot) {
    if (spots
        .waitFor(spot.channel())
        .filter(known -> spot.over(known).equals(known))
        .isPresent()) {
      return;
    }
    Channel channel = spot.channel();
    try {
      database
          .writer()
          .write(sql -> sql.update(
              FIND,
              channel.platform().code(),
              channel.workspace(),
              channel.id(),
              spot.team(),
              spot.name(),
              spot.service(),
              spot.reachable()));
    } finally {
      spots.forget(channel);
    }
  }

  @Override
  public Optional<Spot> at(Channel channel) {
    return spots.get(channel);
  }

  @Override
  public List<Spot> teams(Platform platform, int limit) {
    return database
        .readers()
        .readHot(sql -> sql.list(TEAMS, JdbiAddressBook::spot, platform.code(), limit));
  }

  @Override
  public void left(Platform platform, String workspace, String team) {
    try {
      database.writer().write(sql -> sql.update(LEAVE, platform.code(), workspace, team));
    } finally {
      spots.forgetAll();
    }
  }

  private Optional<Acquaintance> read(Person person) {
    return database
        .readers()
        .readHot(sql -> sql.one(
            PERSON,
            JdbiAddressBook::acquaintance,
            person.platform().code(),
            person.workspace(),
            person.id()));
  }

  private Optional<Spot> read(Channel channel) {
    return database
        .readers()
        .readHot(sql -> sql.one(
            SPOT,
            JdbiAddressBook::spot,
            channel.platform().code(),
            channel.workspace(),
            channel.id()));
  }

  private static int meet(Statements sql, Acquaintance who) throws SQLException {
    return sql.update(
        MEET,
        People.key(sql, who.person(), who.name()),
        who.remoteId(),
        who.language().map(Locale::toLanguageTag).orElse(null),
        who.service(),
        who.chat().orElse(null),
        who.reachable());
  }

  private static Acquaintance acquaintance(ResultSet row) throws SQLException {
    return new Acquaintance(
        People.of(row, "platform", "workspace", "person"),
        row.getString("remote_id"),
        row.getString("name"),
        Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag),
        row.getString("service"),
        Optional.ofNullable(row.getString("chat")),
        row.getBoolean("reachable"));
  }

  static Spot spot(ResultSet row) throws SQLException {
    return new Spot(
        new Channel(
            Platform.ofCode(row.getString("platform")),
            row.getString("workspace"),
            row.getString("conversation")),
        row.getString("team"),
        row.getString("name"),
        row.getString("service"),
        row.getBoolean("reachable"));
  }
}
