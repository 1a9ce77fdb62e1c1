package dev.instead.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.instead.people.Accounts;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which accounts are one person's, in a database. Of an e-mail address only a digest is kept, under a key that is made anew for each
 * database, so that it can be compared and not read.
 */
public final class JdbiAccounts implements Accounts {
  private static final String OTHER = """
      SELECT o.platform, o.workspace, o.remote_id
      FROM person p JOIN same_person s ON s.person = p.id JOIN person o ON o.id = s.other
      WHERE p.platform = ? AND p.workspace = ? AND p.remote_id = ?
      """;

  private static final String DIGESTS = """
      SELECT m.digest FROM person p JOIN mailbox m ON m.person = p.id
      WHERE p.platform = ? AND p.workspace = ? AND p.remote_id = ?
      """;

  private static final String KEY = "SELECT value FROM mailbox_key WHERE id = 1";

  private static final String MAKE_KEY =
      "INSERT INTO mailbox_key (id, value) VALUES (1, ?) ON CONFLICT DO NOTHING";

  private static final int REMEMBERED = 20_000;
  private static final int KEY_BYTES = 32;

  private final Database database;
  private final Clock clock;
  private final Runnable wanted;
  private final SecretKeySpec key;
  private final Cache<Person, Set<String>> digests;

  /**
   * Accounts are linked from now on.
   *
   * @param clock says when messages were first wanted
   * @param wanted called after something that wants messages is on disk; must be quick
   */
  public JdbiAccounts(Database database, Clock clock, Runnable wanted) {
    this.database = database;
    this.clock = clock;
    this.wanted = wanted;
    this.key = key(database);
    this.digests = Caffeine.newBuilder()
        .maximumSize(REMEMBERED)
        .expireAfterWrite(database.remembered())
        .build();
  }

  /** Nobody wants accounts to be linked any more: what was known of them goes. */
  public static void forget(Database database) {
    if (database.readers().readHot(JdbiAccounts::key).isPresent()) {
      database.writer().write(sql -> {
        SamePerson.forget(sql);
        return true;
      });
    }
  }

  @Override
  public Optional<Person> other(Person account) {
    return database
        .readers()
        .readHot(sql -> sql.one(
            OTHER,
            row -> People.of(row, "platform", "workspace", "remote_id"),
            account.platform().code(),
            account.workspace(),
            account.id()));
  }

  @Override
  public void told(Person account, Set<EmailAddress> addresses) {
    Set<String> told = new TreeSet<>();
    addresses.forEach(address -> told.add(digest(address)));
    if (told.equals(digests.get(account, this::kept))) {
      return;
    }
    boolean changed;
    try {
      changed = database
          .writer()
          .write(sql -> SamePerson.told(sql, People.key(sql, account), told, clock.instant()));
    } finally {
      // Also when it failed: a write that took too long may still have been done.
      digests.invalidate(account);
    }
    if (changed) {
      wanted.run();
    }
  }

  private Set<String> kept(Person account) {
    List<String> kept = database
        .readers()
        .readHot(sql -> sql.list(
            DIGESTS,
            row -> row.getString(1),
            account.platform().code(),
            account.workspace(),
            account.id()));
    return Set.copyOf(kept);
  }

  private String digest(EmailAddress address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(address.text().getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("Every Java has HmacSHA256", impossible);
    }
  }

  private static SecretKeySpec key(Database database) {
    Optional<String> known = database.readers().readHot(JdbiAccounts::key);
    String hex = known.orElseGet(() -> database.writer().write(sql -> {
      byte[] fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      sql.update(MAKE_KEY, HexFormat.of().formatHex(fresh));
      return key(sql).orElseThrow();
    }));
    return new SecretKeySpec(HexFormat.of().parseHex(hex), "HmacSHA256");
  }

  private static Optional<String> key(Statements sql) throws SQLException {
    return sql.one(KEY, row -> row.getString(1));
  }
}
