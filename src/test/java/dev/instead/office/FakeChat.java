package dev.instead.office;

import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.Due;
import dev.instead.outbox.Remote;
import dev.instead.people.Platform;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A chat platform in memory: it keeps what was posted, shows what it looks like now, and fails when told to. */
public final class FakeChat implements ChatGateway {
  /** A message as it stands. */
  public record Message(
      String conversation,
      String id,
      Notice notice,
      Locale language,
      int edits,
      Optional<Remote> thread) {}

  private final Platform platform;
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final Map<String, Remote> byMessageId = new LinkedHashMap<>();
  private final Deque<Sent> failures = new ArrayDeque<>();
  private final List<String> unreachable = new ArrayList<>();
  private boolean down;
  private boolean barred;
  private boolean losing;
  private int posts;
  private boolean dropsAfterAccepting;
  private boolean historyReadable = true;
  private final Map<String, Sent> answersAfterAccepting = new LinkedHashMap<>();
  private final List<String> broken = new ArrayList<>();
  private int next;

  public FakeChat() {
    this(Platform.SLACK);
  }

  public FakeChat(Platform platform) {
    this.platform = platform;
  }

  /** What the coming calls answer, instead of doing anything. */
  public synchronized void fails(Sent... answers) {
    failures.addAll(List.of(answers));
  }

  /** While it is down every call fails, and nothing arrives. */
  public synchronized void isDown(boolean now) {
    down = now;
  }

  /** While it refuses the bot itself, nothing arrives, whatever it is. */
  public synchronized void bars(boolean now) {
    barred = now;
  }

  /** While it loses everything, nothing can be edited and nothing is kept. */
  public synchronized void loses(boolean now) {
    losing = now;
  }

  /** How often something was to be posted, whatever came of it. */
  public synchronized int posts() {
    return posts;
  }

  /** Waits until something is in the conversation; false after ten seconds without. */
  public synchronized boolean eventually(String conversation) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (in(conversation).isEmpty()) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  public synchronized void archives(String conversation) {
    unreachable.add(conversation);
  }

  public synchronized void unarchives(String conversation) {
    unreachable.remove(conversation);
  }

  /** The next post arrives, but its answer is lost. */
  public synchronized void dropsTheNextAnswer() {
    dropsAfterAccepting = true;
  }

  /** Every post to the conversation arrives, and is answered as if it hadn't. */
  public synchronized void answersAfterAccepting(String conversation, Sent answer) {
    answersAfterAccepting.put(conversation, answer);
  }

  /** Posting there fails in a way that nobody foresaw. */
  public synchronized void breaks(String conversation) {
    broken.add(conversation);
  }

  public synchronized void hidesHistory() {
    historyReadable = false;
  }

  public synchronized void deletes(Message message) {
    messages.remove(message.conversation() + message.id());
  }

  public synchronized List<Message> in(String conversation) {
    return messages.values().stream()
        .filter(message -> message.conversation().equals(conversation))
        .toList();
  }

  /** What the person was told in private, oldest first. */
  public List<Notice> told(String person) {
    return in(person).stream().map(Message::notice).toList();
  }

  @Override
  public Platform platform() {
    return platform;
  }

  /** How many messages were posted, by the ids that they were given before. */
  public synchronized int differentMessages() {
    return byMessageId.size();
  }

  @Override
  public synchronized Sent post(Due due, Notice notice, Locale language) {
    posts++;
    if (broken.contains(conversation(due))) {
      throw new IllegalStateException("broken");
    }
    Optional<Sent> failure = failure(conversation(due));
    if (failure.isPresent()) {
      return failure.get();
    }
    Remote remote = new Remote(conversation(due), String.valueOf(++next));
    messages.put(
        remote.conversation() + remote.id(),
        new Message(remote.conversation(), remote.id(), notice, language, 0, due.thread()));
    byMessageId.put(due.id().value(), remote);
    notifyAll();
    if (dropsAfterAccepting) {
      dropsAfterAccepting = false;
      return new Sent.Unknown("the connection was lost");
    }
    return answersAfterAccepting.getOrDefault(remote.conversation(), new Sent.Delivered(remote));
  }

  @Override
  public synchronized Sent edit(Due due, Notice notice, Locale language) {
    Remote remote = due.remote().orElseThrow();
    Optional<Sent> failure = failure(remote.conversation());
    if (failure.isPresent()) {
      return failure.get();
    }
    Message old = messages.get(remote.conversation() + remote.id());
    if (old == null) {
      return new Sent.Gone();
    }
    messages.put(
        remote.conversation() + remote.id(),
        new Message(old.conversation(), old.id(), notice, language, old.edits() + 1, old.thread()));
    return new Sent.Delivered(remote);
  }

  @Override
  public synchronized boolean looks(Due due) {
    return historyReadable;
  }

  @Override
  public synchronized Looked find(Due due) {
    if (!historyReadable) {
      return new Looked.CannotLook();
    }
    Remote remote = byMessageId.get(due.id().value());
    return remote == null ? new Looked.NotThere() : new Looked.There(remote);
  }

  /** Told to wait, for one conversation only. */
  public static Sent waitFor(Duration time) {
    return new Sent.Wait(time, false);
  }

  private Optional<Sent> failure(String conversation) {
    if (unreachable.contains(conversation)) {
      return Optional.of(new Sent.Unreachable("is_archived", "Unarchive the channel."));
    }
    if (barred) {
      return Optional.of(new Sent.Barred("token_revoked", "Install the app again."));
    }
    if (losing) {
      return Optional.of(new Sent.Gone());
    }
    return down
        ? Optional.of(new Sent.Failed("connection refused"))
        : Optional.ofNullable(failures.poll());
  }

  private static String conversation(Due due) {
    return due.to() instanceof Recipient.InChannel there
        ? there.channel().id()
        : ((Recipient.InPrivate) due.to()).person().id();
  }
}
