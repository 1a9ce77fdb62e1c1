package dev.instead.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

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

  private static final String LEAVE = """
      UPDATE spot SET reachable = 0 WHERE platform = ? AND workspace = ? AND team = ?
      """;

  private static final int REMEMBERED_PEOPLE = 20_000;
  private static final int REMEMBERED_SPOTS = 2_000;

  private final Database database;
  private final Cache<Person, Optional<Acquaintance>> people;
  private final Cache<Channel, Optional<Spot>> spots;

  public JdbiAddressBook(Database database) {
    this.database = database;
    this.people = Caffeine.newBuilder()
        .expireAfterWrite(database.remembered())
        .maximumSize(REMEMBERED_PEOPLE)
        .build();
    this.spots = Caffeine.newBuilder()
        .expireAfterWrite(database.remembered())
        .maximumSize(REMEMBERED_SPOTS)
        .build();
  }

  @Override
  public void met(Acquaintance who) {
    if (of(who.person()).filter(known -> who.over(known).equals(known)).isPresent()) {
      return;
    }
    try {
      database.writer().write(sql -> meet(sql, who));
    } finally {
      // Also when it failed: a write that took too long may still have been done.
      people.invalidate(who.person());
    }
  }

  @Override
  public Optional<Acquaintance> of(Person person) {
    return people.get(
        person,
        wanted -> database
            .readers()
            .readHot(sql -> sql.one(
                PERSON,
                JdbiAddressBook::acquaintance,
                wanted.platform().code(),
                wanted.workspace(),
                wanted.id())));
  }

  @Override
  public void found(Spot spot) {
    if (at(spot.channel()).filter(known -> spot.over(known).equals(known)).isPresent()) {
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
      spots.invalidate(channel);
    }
  }

  @Override
  public Optional<Spot> at(Channel channel) {
    return spots.get(
        channel,
        wanted -> database
            .readers()
            .readHot(sql -> sql.one(
                SPOT,
                JdbiAddressBook::spot,
                wanted.platform().code(),
                wanted.workspace(),
                wanted.id())));
  }

  @Override
  public void left(Platform platform, String workspace, String team) {
    try {
      database.writer().write(sql -> sql.update(LEAVE, platform.code(), workspace, team));
    } finally {
      spots.invalidateAll();
    }
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
