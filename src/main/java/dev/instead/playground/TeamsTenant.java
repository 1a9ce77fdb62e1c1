package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole Teams tenant in memory: people, one team with its channels, personal chats with the app, dialogs. Safe for
 * many threads; every change raises the revision, wakes those who {@link #await} and is told to the listeners.
 */
public final class TeamsTenant {
  public static final String TENANT = "7e4a0000-0000-4000-8000-00000000e401";
  public static final String APP = "1057ead0-0000-4000-8000-0000000000b7";
  public static final String BOT = "28:" + APP;
  public static final String BOT_NAME = "Instead";

  /** The team's id, and its General channel's. */
  public static final String TEAM = "19:meranti-general@thread.tacv2";

  public static final String TEAM_GROUP = "6a0e0000-0000-4000-8000-0000000000a1";

  private final Changes changes = new Changes();
  private final Map<String, TeamsPerson> people = new LinkedHashMap<>();
  private final Map<String, TeamsChannel> channels = new LinkedHashMap<>();
  private final Set<String> team = new LinkedHashSet<>();
  private final Set<String> installed = new HashSet<>();
  private final Set<String> chats = new HashSet<>();
  private final Set<String> blocked = new HashSet<>();
  private final TeamsPosts posts;
  private final TeamsScreens screens = new TeamsScreens(this);
  private String teamName = "Meranti Motors";
  private boolean inTeam;

  /** An empty tenant without the app; {@code clock} stamps the messages: Teams' own clock, never the product's. */
  public TeamsTenant(Clock clock) {
    posts = new TeamsPosts(clock);
  }

  static boolean isChat(String conversation) {
    return conversation.startsWith("a:");
  }

  // Setting the scene

  public void put(TeamsPerson person) {
    state(() -> people.put(person.aad(), person));
  }

  public void put(TeamsChannel channel) {
    state(() -> channels.put(channel.id(), channel));
  }

  public void joinTeam(String aad) {
    state(() -> team.add(aad));
  }

  public void leaveTeam(String aad) {
    state(() -> team.remove(aad));
  }

  public void nameTeam(String name) {
    state(() -> teamName = name);
  }

  /** The app is added to the team, or removed from it. */
  public void appInTeam(boolean there) {
    state(() -> inTeam = there);
  }

  /** The person adds the app; with it comes the personal chat. */
  public void install(String aad) {
    state(() -> installed.add(aad) && chats.add(known(aad).chat()));
  }

  public void uninstall(String aad) {
    state(() -> installed.remove(aad));
  }

  /** The person blocks the bot in their chat, or lets it write again. */
  public void block(String aad, boolean on) {
    state(() -> on ? blocked.add(aad) : blocked.remove(aad));
  }

  // Looking

  public Optional<TeamsPerson> person(String aad) {
    return read(() -> Optional.ofNullable(people.get(aad)));
  }

  /** By AAD object id, {@code 29:…} or user principal name: the three that Teams takes. */
  public Optional<TeamsPerson> anyone(String id) {
    return people().stream()
        .filter(person -> id.equals(person.aad())
            || id.equals(person.remoteId())
            || id.equalsIgnoreCase(person.userPrincipalName()))
        .findFirst();
  }

  public List<TeamsPerson> people() {
    return read(() -> List.copyOf(people.values()));
  }

  public Optional<TeamsChannel> channel(String id) {
    return read(() -> Optional.ofNullable(channels.get(id)));
  }

  public List<TeamsChannel> channels() {
    return read(
        () -> channels.values().stream().filter(channel -> !channel.deleted()).toList());
  }

  public String teamName() {
    return read(() -> teamName);
  }

  public boolean isAppInTeam() {
    return read(() -> inTeam);
  }

  public boolean hasInstalled(String aad) {
    return read(() -> installed.contains(aad));
  }

  public boolean isInTeam(String aad) {
    return read(() -> team.contains(aad));
  }

  /** The bot and a person can talk when the person has the app, or is in a team that has it. */
  public boolean canReach(String aad) {
    return read(() -> installed.contains(aad) || (inTeam && team.contains(aad)));
  }

  public boolean hasBlocked(String aad) {
    return read(() -> blocked.contains(aad));
  }

  /** Whether there is such a personal chat already. */
  public boolean hasChat(String id) {
    return read(() -> chats.contains(id));
  }

  public Optional<TeamsPerson> chatPartner(String chat) {
    return people().stream().filter(person -> person.chat().equals(chat)).findFirst();
  }

  /** Who sees a conversation: a chat's one person, a closed channel's members, else the whole team. */
  public List<TeamsPerson> roster(String conversation) {
    return read(() -> people.values().stream()
        .filter(person -> isChat(conversation)
            ? person.chat().equals(conversation)
            : Optional.ofNullable(channels.get(conversation))
                .filter(channel -> !channel.deleted())
                .filter(channel -> channel.closed()
                    ? channel.members().contains(person.aad())
                    : team.contains(person.aad()))
                .isPresent())
        .toList());
  }

  /** Everything said in a channel or chat, oldest first, replies included, targeted messages not. */
  public List<TeamsPost> postsIn(String conversation) {
    return read(
        () -> posts.in(conversation).stream().filter(post -> !post.isTargeted()).toList());
  }

  /** What the app and this person said to each other, oldest first. */
  public List<TeamsPost> chatOf(String aad) {
    return postsIn(known(aad).chat());
  }

  /** A thread of a channel: its first message and the replies. */
  public List<TeamsPost> thread(String channel, String root) {
    return postsIn(channel).stream()
        .filter(post -> post.id().equals(root) || root.equals(post.root()))
        .toList();
  }

  public Optional<TeamsPost> post(String conversation, String id) {
    return read(() -> posts.find(conversation, id));
  }

  /** All that a client draws for one person, with the cards that are that person's own. */
  public List<TeamsPost> seenBy(String aad, String conversation) {
    return read(() -> posts.in(conversation).stream()
        .filter(post -> TeamsPosts.isSeenBy(post, aad))
        .map(post -> screens.asSeenBy(aad, post))
        .toList());
  }

  public List<TeamsPost> unreadBy(String aad, String conversation) {
    return read(() -> posts.unread(aad, conversation));
  }

  public TeamsScreens screens() {
    return screens;
  }

  public long revision() {
    return changes.revision();
  }

  // Writing

  /** What to post; null stands for "none". */
  public record Draft(
      String conversation,
      String from,
      String text,
      String summary,
      ArrayNode cards,
      @Nullable String root,
      @Nullable String seenOnlyBy) {

    public static Draft text(String conversation, String from, String text, @Nullable String root) {
      return new Draft(conversation, from, text, "", Json.array(), root, null);
    }
  }

  /** Adds a message and stamps it. In a person's chat this also opens the chat. */
  public TeamsPost post(Draft draft) {
    return message(draft.conversation(), draft.seenOnlyBy(), () -> {
      if (isChat(draft.conversation())) {
        chats.add(draft.conversation());
      }
      return posts.add(draft);
    });
  }

  void openChat(TeamsPerson person) {
    state(() -> chats.add(person.chat()));
  }

  TeamsPost edit(TeamsPost old, Draft content) {
    return message(old.conversation(), old.seenOnlyBy(), () -> {
      screens.forget(old);
      return posts.edit(old, content);
    });
  }

  void delete(TeamsPost post) {
    message(post.conversation(), post.seenOnlyBy(), () -> posts.remove(post));
  }

  public void markRead(String aad, String conversation) {
    change(
        ChatChange.Kind.STATE,
        Set.of(conversation),
        Set.of(aad),
        () -> posts.markRead(aad, conversation));
  }

  // Hearing of changes

  /** The listener is called in order and under the tenant's lock: it must be quick and call nothing back. */
  public AutoCloseable listen(Consumer<ChatChange> listener) {
    return changes.listen(listener);
  }

  /** Waits until the tenant looks as expected; false when it doesn't within {@code atMost}. */
  public boolean await(Predicate<TeamsTenant> expected, Duration atMost) {
    return changes.await(() -> expected.test(this), atMost);
  }

  /** The first message of the conversation that fits; fails when none comes in time. */
  public TeamsPost awaitPost(String conversation, Predicate<TeamsPost> wanted, Duration atMost) {
    await(here -> here.postsIn(conversation).stream().anyMatch(wanted), atMost);
    List<TeamsPost> there = postsIn(conversation);
    return there.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No such message in " + conversation
            + " within " + atMost + "; it has " + there.size() + " others"));
  }

  // For the parts of the tenant in this package

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

  private void state(Supplier<?> work) {
    change(ChatChange.Kind.STATE, Set.of(), null, work);
  }

  private TeamsPost message(
      String conversation, @Nullable String onlyFor, Supplier<TeamsPost> work) {
    return read(() -> {
      Set<String> readers = new HashSet<>();
      roster(conversation).forEach(person -> readers.add(person.aad()));
      if (onlyFor != null) {
        readers.retainAll(Set.of(onlyFor));
      }
      return change(ChatChange.Kind.MESSAGE, Set.of(conversation), Set.copyOf(readers), work);
    });
  }

  TeamsPerson known(String aad) {
    return person(aad)
        .orElseThrow(() -> new IllegalArgumentException("There is nobody with the AAD object id "
            + aad + " in the local tenant. Add them with put(TeamsPerson)."));
  }

  TeamsChannel place(String id) {
    return channel(id)
        .orElseThrow(() -> new IllegalArgumentException(
            "There is no channel " + id + " in the local team. Add it with put(TeamsChannel)."));
  }

  /** Wakes those who wait without changing anything, e.g. after a call was logged. */
  void nudge() {
    changes.nudge();
  }
}
