package dev.instead.teams;

import dev.instead.desk.StoreException;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.Due;
import dev.instead.outbox.Remote;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What goes out to Teams, one call at a time. In a channel a message stands in a thread of its own, and a note in its card's thread.
 *
 * <p>Whom Teams once called unreachable is tried all the same, one call per message: Teams doesn't say when somebody unblocks the bot.
 */
public final class TeamsGateway implements ChatGateway {
  private static final Sent STRANGER = new Sent.Unreachable(
      "The person has never met the bot on Teams",
      "They haven't installed the app: install it for them in the Teams admin center (Setup policies), or ask them to open it once.");
  private static final Sent UNSEEN = new Sent.Unreachable(
      "The bot has never been seen in this channel",
      "Add the app to the channel's team; if it is there, mention it once in the channel. Check the id in the policy file.");

  private final Connector connector;
  private final AddressBook book;
  private final BiFunction<Notice, Locale, TeamsMessage> drawing;

  public TeamsGateway(Connector connector, AddressBook book) {
    this(connector, book, TeamsCards::of);
  }

  TeamsGateway(
      Connector connector, AddressBook book, BiFunction<Notice, Locale, TeamsMessage> drawing) {
    this.connector = connector;
    this.book = book;
    this.drawing = drawing;
  }

  @Override
  public Platform platform() {
    return Platform.TEAMS;
  }

  @Override
  public Sent post(Due due, Notice notice, Locale language) {
    return whenFound(() -> postNow(due, notice, language));
  }

  private Sent postNow(Due due, Notice notice, Locale language) {
    if (due.kind() == MessageKind.HOME) {
      return noHome(due);
    }
    Map<String, Object> activity = activity(drawing.apply(notice, language));
    if (due.kind() == MessageKind.STRAY_CARD) {
      // It is there already; its detail is where.
      return edit(due, new Remote(due.subject(), due.detail()), activity);
    }
    return due.to() instanceof Recipient.InChannel there
        ? inChannel(there.channel(), due.thread(), activity)
        : inPrivate(((Recipient.InPrivate) due.to()).person(), activity);
  }

  @Override
  public Sent edit(Due due, Notice notice, Locale language) {
    return due.kind() == MessageKind.HOME
        ? noHome(due)
        : whenFound(
            () -> edit(due, due.remote().orElseThrow(), activity(drawing.apply(notice, language))));
  }

  /** The address is read before anything is sent, so when that fails nothing was. */
  private static Sent whenFound(Supplier<Sent> sending) {
    try {
      return sending.get();
    } catch (StoreException e) {
      return new Sent.Failed("The address could not be read: " + e.getMessage());
    }
  }

  @Override
  public boolean looks(Due due) {
    return false;
  }

  /** Reading what stands in a channel would take rights over everybody's messages; a click on a second card heals it. */
  @Override
  public Looked find(Due due) {
    return new Looked.CannotLook();
  }

  /** Teams has no page of one's own that a bot draws. Nobody wants one there; if it is wanted all the same, nothing is to be done. */
  private static Sent noHome(Due due) {
    return new Sent.Delivered(new Remote(due.subject(), "none"));
  }

  private Sent inChannel(Channel channel, Optional<Remote> thread, Map<String, Object> activity) {
    Optional<Spot> spot = book.at(channel);
    if (spot.isEmpty()) {
      return UNSEEN;
    }
    String service = spot.get().service();
    Sent sent = thread
        .map(card -> answer(
            () -> connector.post(service, threadOf(channel, card.id()), activity),
            channel.id(),
            "id"))
        // Below a card that somebody deleted nothing can stand; its note is to be seen all the
        // same.
        .filter(below -> !(below instanceof Sent.Gone))
        .orElseGet(() -> posted(answer(
            () -> connector.beginThread(service, channel.id(), activity),
            channel.id(),
            "activityId")));
    note(sent, spot.get());
    return sent;
  }

  private Sent inPrivate(Person person, Map<String, Object> activity) {
    Optional<Acquaintance> known = book.of(person);
    if (known.isEmpty()) {
      return STRANGER;
    }
    Acquaintance who = known.get();
    // A chat that is gone is opened anew; to open one that is there changes nothing.
    Sent sent = who.chat()
        .map(chat -> said(who, chat, activity))
        .filter(said -> !(said instanceof Sent.Gone))
        .orElseGet(() -> inNewChat(who, activity));
    note(sent, who);
    return sent;
  }

  private Sent said(Acquaintance who, String chat, Map<String, Object> activity) {
    return answer(() -> connector.post(who.service(), chat, activity), chat, "id");
  }

  private static Sent posted(Sent sent) {
    return sent instanceof Sent.Gone ? TeamsErrors.NOT_FOUND : sent;
  }

  /** Opening a chat shows nothing to anybody and gives the same chat each time, so it may be repeated. */
  private Sent inNewChat(Acquaintance who, Map<String, Object> activity) {
    Chats.Opened opened;
    try {
      opened = new Chats(connector, book).open(who);
    } catch (IOException e) {
      return TeamsErrors.of(e, true);
    } catch (Credentials.Refused e) {
      return new Sent.Barred(e.reason(), e.remedy());
    }
    if (opened.chat().isPresent()) {
      return posted(said(who, opened.chat().get(), activity));
    }
    return posted(TeamsErrors.of(opened.reply(), true));
  }

  private Sent edit(Due due, Remote remote, Map<String, Object> activity) {
    if (due.to() instanceof Recipient.InChannel there) {
      Optional<Spot> spot = book.at(there.channel());
      if (spot.isEmpty()) {
        return UNSEEN;
      }
      Remote kept = new Remote(there.channel().id(), remote.id());
      Sent sent =
          edited(spot.get().service(), threadOf(there.channel(), remote.id()), kept, activity);
      note(sent, spot.get());
      return sent;
    }
    Optional<Acquaintance> who = book.of(((Recipient.InPrivate) due.to()).person());
    if (who.isEmpty()) {
      return STRANGER;
    }
    Sent sent = edited(who.get().service(), remote.conversation(), remote, activity);
    note(sent, who.get());
    return sent;
  }

  private Sent edited(
      String service, String conversation, Remote remote, Map<String, Object> activity) {
    try {
      Reply reply = connector.edit(service, conversation, remote.id(), activity);
      return reply.isOk() ? new Sent.Delivered(remote) : TeamsErrors.of(reply, true);
    } catch (IOException e) {
      return TeamsErrors.of(e, true);
    } catch (Credentials.Refused e) {
      return new Sent.Barred(e.reason(), e.remedy());
    }
  }

  /** @param id the field of the answer that names the message */
  private static Sent answer(Call call, String conversation, String id) {
    try {
      Reply reply = call.now();
      if (!reply.isOk()) {
        return TeamsErrors.of(reply, false);
      }
      String message = reply.json().path(id).asText();
      return message.isEmpty() || message.equals("null")
          ? new Sent.Unknown("Teams took the message and didn't say its id")
          : new Sent.Delivered(new Remote(conversation, message));
    } catch (IOException e) {
      return TeamsErrors.of(e, false);
    } catch (Credentials.Refused e) {
      return new Sent.Barred(e.reason(), e.remedy());
    }
  }

  private void note(Sent sent, Spot spot) {
    reachable(sent)
        .filter(now -> now != spot.reachable())
        .ifPresent(now ->
            book.found(new Spot(spot.channel(), spot.team(), spot.name(), spot.service(), now)));
  }

  private void note(Sent sent, Acquaintance who) {
    reachable(sent)
        .filter(now -> now != who.reachable())
        .ifPresent(now -> book.met(new Acquaintance(
            who.person(),
            who.remoteId(),
            who.name(),
            who.language(),
            who.service(),
            who.chat(),
            now)));
  }

  private static Optional<Boolean> reachable(Sent sent) {
    if (sent instanceof Sent.Delivered) return Optional.of(true);
    return sent instanceof Sent.Unreachable ? Optional.of(false) : Optional.empty();
  }

  /** A thread is its channel and the message that began it. */
  private static String threadOf(Channel channel, String root) {
    return channel.id() + ";messageid=" + root;
  }

  /** Never a text beside the card: Teams would make two messages of it and tell the id of one. */
  static Map<String, Object> activity(TeamsMessage message) {
    return Map.of(
        "type",
        "message",
        "summary",
        message.summary(),
        "attachments",
        List.of(Map.of(
            "contentType", "application/vnd.microsoft.card.adaptive", "content", message.card())));
  }

  private interface Call {
    Reply now() throws IOException;
  }
}
