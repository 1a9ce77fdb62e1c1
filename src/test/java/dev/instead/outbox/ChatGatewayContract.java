package dev.instead.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.outbox.ChatGateway.Looked;
import dev.instead.outbox.ChatGateway.Sent;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the courier counts on, true of every platform and of the fake that stands for them. */
public abstract class ChatGatewayContract {
  protected static final String CHANNEL = "C0SOCIAL";

  private static final Notice NOTICE = new Notice.Help();

  protected abstract ChatGateway gateway();

  /** Where messages are posted. */
  protected Channel channel() {
    return new Channel(Platform.SLACK, "T0MERANTI", CHANNEL);
  }

  /** Whether the platform lets the bot look for what it posted. */
  protected boolean canLook() {
    return true;
  }

  /** How many messages stand in {@link #channel}. */
  protected abstract int shown();

  protected abstract void deleteAll();

  protected abstract void archive();

  /** The next call is told to wait that long. */
  protected abstract void limitNext(Duration wait);

  /** The next post arrives, and its answer is lost. */
  protected abstract void dropNextAnswer();

  @Test
  public void what_is_posted_stands_there() {
    Remote remote = posted(due("m1"));
    assertEquals(channel().id(), remote.conversation());
    assertEquals(1, shown());
  }

  @Test
  public void what_is_edited_stays_one_message_in_its_place() {
    Due due = due("m1");
    Remote remote = posted(due);
    Sent edited = gateway().edit(due.at(remote), NOTICE, Locale.ENGLISH);
    assertEquals(remote, assertInstanceOf(Sent.Delivered.class, edited).remote());
    assertEquals(1, shown());
  }

  @Test
  public void a_message_that_was_deleted_is_gone() {
    Due due = due("m1");
    Remote remote = posted(due);
    deleteAll();
    assertInstanceOf(Sent.Gone.class, gateway().edit(due.at(remote), NOTICE, Locale.ENGLISH));
  }

  @Test
  public void an_archived_channel_is_unreachable() {
    archive();
    assertInstanceOf(Sent.Unreachable.class, gateway().post(due("m1"), NOTICE, Locale.ENGLISH));
    assertEquals(0, shown());
  }

  @Test
  public void who_is_told_to_wait_says_how_long() {
    limitNext(Duration.ofSeconds(7));
    Sent sent = gateway().post(due("m1"), NOTICE, Locale.ENGLISH);
    assertEquals(Duration.ofSeconds(7), assertInstanceOf(Sent.Wait.class, sent).time());
    assertEquals(0, shown());
  }

  @Test
  public void a_message_whose_answer_was_lost_can_be_found() {
    Due due = due("m1");
    dropNextAnswer();
    assertInstanceOf(Sent.Unknown.class, gateway().post(due, NOTICE, Locale.ENGLISH));

    assertEquals(canLook(), gateway().looks(due));
    if (!canLook()) {
      assertInstanceOf(Looked.CannotLook.class, gateway().find(due));
      assertEquals(1, shown());
      return;
    }
    Remote found = assertInstanceOf(Looked.There.class, gateway().find(due)).remote();
    assertInstanceOf(Sent.Delivered.class, gateway().edit(due.at(found), NOTICE, Locale.ENGLISH));
    assertEquals(1, shown());
  }

  @Test
  public void another_message_is_not_taken_for_the_lost_one() {
    posted(due("m1"));
    assertEquals(
        canLook() ? new Looked.NotThere() : new Looked.CannotLook(), gateway().find(due("m2")));
  }

  private Remote posted(Due due) {
    Sent sent = gateway().post(due, NOTICE, Locale.ENGLISH);
    return assertInstanceOf(Sent.Delivered.class, sent).remote();
  }

  private Due due(String id) {
    return new Due(
        new MessageId(id),
        MessageKind.TEAM_CARD,
        Optional.empty(),
        channel().id(),
        new Recipient.InChannel(channel()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        1,
        0,
        false,
        Instant.now(),
        "");
  }
}
