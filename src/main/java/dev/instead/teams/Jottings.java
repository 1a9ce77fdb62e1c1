package dev.instead.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.instead.desk.StoreException;
import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address book as requests and the courier use it: what is told is known at once and written down behind, so a store that is slow or
 * down keeps nobody from being heard or reached. Telling never blocks and never throws; reading throws as the book does.
 */
final class Jottings implements AddressBook {
  private static final int MOST_PEOPLE = 10_000;
  private static final int MOST_SPOTS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Jottings.class);

  private final AddressBook book;
  private final Executor scribe;
  private final Consumer<Channel> reached;

  // Known and not written down yet; what could not be written stays until it is told again.
  private final Cache<Person, Acquaintance> people =
      Caffeine.newBuilder().maximumSize(MOST_PEOPLE).build();
  private final Cache<Channel, Spot> spots =
      Caffeine.newBuilder().maximumSize(MOST_SPOTS).build();

  /** While something is to be written, nothing is old news: a channel may be about to be left. */
  private final AtomicInteger toWrite = new AtomicInteger();

  /**
   * @param scribe writes one thing after another; bounded, it may refuse work
   * @param reached is told, by the scribe, of each channel that can be reached and couldn't be, as far as was known
   */
  Jottings(AddressBook book, Executor scribe, Consumer<Channel> reached) {
    this.book = book;
    this.scribe = scribe;
    this.reached = reached;
  }

  @Override
  public void met(Acquaintance who) {
    Optional<Acquaintance> known = orNothing(() -> of(who.person()));
    Acquaintance now = known.map(who::over).orElse(who);
    if (isOldNews(known.filter(now::equals).isPresent(), people.getIfPresent(who.person()))) {
      return;
    }
    people.put(who.person(), now);
    write(() -> {
      book.met(now);
      people.asMap().remove(who.person(), now);
    });
  }

  @Override
  public Optional<Acquaintance> of(Person person) {
    Acquaintance jotted = people.getIfPresent(person);
    return jotted == null ? book.of(person) : Optional.of(jotted);
  }

  @Override
  public void found(Spot spot) {
    Optional<Spot> known = orNothing(() -> at(spot.channel()));
    Spot now = known.map(spot::over).orElse(spot);
    if (isOldNews(known.filter(now::equals).isPresent(), spots.getIfPresent(spot.channel()))) {
      return;
    }
    spots.put(spot.channel(), now);
    write(() -> {
      boolean was = book.at(now.channel()).map(Spot::reachable).orElse(false);
      book.found(now);
      spots.asMap().remove(spot.channel(), now);
      if (now.reachable() && !was) {
        reached.accept(now.channel());
      }
    });
  }

  @Override
  public Optional<Spot> at(Channel channel) {
    Spot jotted = spots.getIfPresent(channel);
    return jotted == null ? book.at(channel) : Optional.of(jotted);
  }

  @Override
  public List<Spot> teams(Platform platform, int limit) {
    return book.teams(platform, limit);
  }

  @Override
  public void left(Platform platform, String workspace, String team) {
    spots
        .asMap()
        .replaceAll((channel, spot) -> channel.platform() == platform
                && channel.workspace().equals(workspace)
                && spot.team().equals(team)
            ? new Spot(channel, team, spot.name(), spot.service(), false)
            : spot);
    write(() -> book.left(platform, workspace, team));
  }

  private boolean isOldNews(boolean same, @Nullable Object jotted) {
    return same && jotted == null && toWrite.get() == 0;
  }

  private void write(Runnable what) {
    toWrite.incrementAndGet();
    try {
      scribe.execute(() -> {
        try {
          what.run();
        } catch (StoreException e) {
          LOG.warn("Where somebody can be reached was not written down: {}", e.getMessage());
        } finally {
          toWrite.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException full) {
      toWrite.decrementAndGet();
      LOG.warn("Where somebody can be reached is not written down: too much waits to be");
    }
  }

  private static <T> Optional<T> orNothing(Supplier<Optional<T>> read) {
    try {
      return read.get();
    } catch (StoreException e) {
      return Optional.empty();
    }
  }
}
