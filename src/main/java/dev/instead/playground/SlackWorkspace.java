package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole Slack workspace in memory: people, channels, direct messages, views. Safe for many threads; every change
 * raises the revision, wakes those who {@link #await} and is told to the listeners.
 */
public final class SlackWorkspace {
  public static final String TEAM = "T0MERANTI";
  public static final String TEAM_NAME = "Meranti Motors";
  public static final String DOMAIN = "meranti-motors";
  public static final String APP = "A0INSTEAD";
  public static final String BOT_USER = "U0INSTEAD";
  public static final String BOT_ID = "B0INSTEAD";

  private final Changes changes = new Changes();
  private final Map<String, SlackUser> people = new LinkedHashMap<>();
  private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
  private final Map<String, SlackGroup> groups = new LinkedHashMap<>();
  private final MessageLog messages;
  private final SlackViews views = new SlackViews(this);
  private volatile @Nullable SlackGrid grid;

  /** An empty workspace; {@code clock} stamps the messages: Slack's own clock, never the product's */
  public SlackWorkspace(Clock clock) {
    messages = new MessageLog(clock);
  }

  // Setting the scene

  /** Adds or replaces a person and opens the conversation that person has with the app. */
  public void put(SlackUser user) {
    change(ChatChange.Kind.STATE, Set.of(), null, () -> {
      people.put(user.id(), user);
      if (!user.is(SlackUser.Trait.BOT)) {
        channels.putIfAbsent(user.directMessage(), SlackChannel.direct(user));
      }
      return user;
    });
  }

  public void put(SlackChannel channel) {
    change(
        ChatChange.Kind.STATE,
        Set.of(channel.id()),
        null,
        () -> channels.put(channel.id(), channel));
  }

  /** Makes it the workspaces of an organisation, for which the app is installed. */
  public void joins(SlackGrid organisation) {
    grid = organisation;
  }

  public void put(SlackGroup group) {
    change(ChatChange.Kind.STATE, Set.of(), null, () -> groups.put(group.id(), group));
  }

  public void archive(String channel, boolean archived) {
    put(known(channel).archived(archived));
  }

  public void join(String channel, String user) {
    put(known(channel).joinedBy(user));
  }

  public void leave(String channel, String user) {
    put(known(channel).leftBy(user));
  }

  // Looking

  /** The organisation that the app is installed for; none, where it is installed in this workspace alone. */
  public Optional<SlackGrid> grid() {
    return Optional.ofNullable(grid);
  }

  public Optional<SlackUser> person(String id) {
    return read(() -> Optional.ofNullable(people.get(id)));
  }

  public List<SlackUser> people() {
    return read(() -> List.copyOf(people.values()));
  }

  public Optional<SlackChannel> channel(String id) {
    return read(() -> Optional.ofNullable(channels.get(id)));
  }

  public List<SlackChannel> channels() {
    return read(() -> List.copyOf(channels.values()));
  }

  public Optional<SlackGroup> group(String id) {
    return read(() -> Optional.ofNullable(groups.get(id)));
  }

  public List<SlackGroup> groups() {
    return read(() -> List.copyOf(groups.values()));
  }

  /** What everybody in the channel sees, oldest first, replies included, ephemeral messages not. */
  public List<SlackMessage> messagesIn(String channel) {
    return read(() ->
        messages.in(channel).stream().filter(message -> !message.isEphemeral()).toList());
  }

  /** What the app and this person said to each other, oldest first. */
  public List<SlackMessage> directMessagesOf(String user) {
    return messagesIn("D" + user.substring(1));
  }

  /** Every message that only this person sees, in all channels, oldest first. */
  public List<SlackMessage> ephemeralsFor(String user) {
    return read(() -> messages.all().stream()
        .filter(message -> user.equals(message.seenOnlyBy()))
        .toList());
  }

  public Optional<SlackMessage> message(String channel, String ts) {
    return read(() -> messages.find(channel, ts));
  }

  /** The top of this person's stack of modals, as Slack keeps it. */
  public Optional<ObjectNode> modalOf(String user) {
    return views.top(user);
  }

  /** What this person's App Home shows. */
  public Optional<ObjectNode> homeOf(String user) {
    return views.home(user);
  }

  public SlackViews views() {
    return views;
  }

  /** All that a page draws for one person in one conversation: ephemeral messages of others are left out. */
  List<SlackMessage> seenBy(String user, String channel) {
    return read(() -> messages.in(channel).stream()
        .filter(message -> message.seenOnlyBy() == null || user.equals(message.seenOnlyBy()))
        .toList());
  }

  List<SlackMessage> unreadBy(String user, String channel) {
    return read(() -> messages.unread(user, channel));
  }

  public long revision() {
    return changes.revision();
  }

  // Writing messages

  /** Adds a message and stamps it; the blocks get the ids that they lack. */
  public SlackMessage post(Draft draft) {
    return changeMessage(draft.channel(), draft.seenOnlyBy(), () -> messages.add(draft));
  }

  /** What to post; null stands for "none". */
  public record Draft(
      String channel,
      String user,
      String text,
      @Nullable JsonNode blocks,
      @Nullable ObjectNode metadata,
      @Nullable String thread,
      @Nullable String seenOnlyBy) {

    public static Draft text(String channel, String user, String text) {
      return new Draft(channel, user, text, null, null, null, null);
    }

    Draft onlyFor(@Nullable String reader) {
      return new Draft(channel, user, text, blocks, metadata, thread, reader);
    }

    Draft inThread(@Nullable String root) {
      return new Draft(channel, user, text, blocks, metadata, root, seenOnlyBy);
    }
  }

  /** Puts new content in place of a message's old one; metadata stays when the draft has none, as on Slack. */
  SlackMessage edit(SlackMessage old, Draft content) {
    return changeMessage(old.channel(), old.seenOnlyBy(), () -> messages.edit(old, content));
  }

  void delete(SlackMessage message) {
    changeMessage(message.channel(), message.seenOnlyBy(), () -> messages.remove(message));
  }

  /** Marks everything in the conversation as read by this person. */
  public void markRead(String user, String channel) {
    change(
        ChatChange.Kind.STATE,
        Set.of(channel),
        Set.of(user),
        () -> messages.markRead(user, channel));
  }

  // Hearing of changes

  /** The listener is called in order and under the workspace's lock: it must be quick and call nothing back. */
  public AutoCloseable listen(Consumer<ChatChange> listener) {
    return changes.listen(listener);
  }

  /** Waits until the workspace looks as expected; false when it doesn't within {@code atMost}. */
  public boolean await(Predicate<SlackWorkspace> expected, Duration atMost) {
    return changes.await(() -> expected.test(this), atMost);
  }

  /** The first message of the channel (or of {@code D…}) that fits; fails when none comes in time. */
  public SlackMessage awaitMessage(
      String channel, Predicate<SlackMessage> wanted, Duration atMost) {
    await(here -> here.messagesIn(channel).stream().anyMatch(wanted), atMost);
    Collection<SlackMessage> there = messagesIn(channel);
    return there.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No such message in " + channel + " within "
            + atMost + "; it has " + there.size() + " others"));
  }

  // For the parts of the workspace in this package

  <T> T read(Supplier<T> look) {
    return changes.read(look);
  }

  <T> T change(
      ChatChange.Kind kind,
      Set<String> conversations,
      @Nullable Set<String> concerned,
      Supplier<T> work) {
    return changes.change(kind, conversations, concerned, work);
  }

  private SlackMessage changeMessage(
      String channel, @Nullable String onlyFor, Supplier<SlackMessage> work) {
    return read(() -> {
      SlackChannel place = known(channel);
      Set<String> readers = onlyFor == null ? Set.copyOf(place.members()) : Set.of(onlyFor);
      return change(ChatChange.Kind.MESSAGE, Set.of(channel), readers, work);
    });
  }

  private SlackChannel known(String channel) {
    return channel(channel)
        .orElseThrow(() -> new IllegalArgumentException("There is no channel " + channel
            + " in the local workspace. Add it with put(SlackChannel)."));
  }

  /** Wakes those who wait without changing anything, e.g. after a call was logged. */
  void nudge() {
    changes.nudge();
  }
}
