package dev.instead.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.instead.notice.Notice;
import dev.instead.report.Link;
import dev.instead.report.Links;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people say to the bot in direct messages and mentions, and the opening of their home. */
final class TalkRoutes {
  private static final Set<String> HELP =
      Set.of("help", "bantuan", "?", "hi", "hello", "halo", "hai", "");

  private final SlackDesks desks;
  private final Visitors visitors;
  private final ChatReplies replies;

  /** Slack repeats an event up to three times within six minutes; an answer is not stored, so repeats are known only here. */
  private final Cache<String, Boolean> heard = Caffeine.newBuilder()
      .expireAfterWrite(Duration.ofMinutes(10))
      .maximumSize(10_000)
      .build();

  TalkRoutes(SlackDesks desks, ChatReplies replies) {
    this.desks = desks;
    this.visitors = new Visitors(desks);
    this.replies = replies;
  }

  void addTo(App app) {
    app.event(AppHomeOpenedEvent.class, (payload, context) -> {
      homeOpened(payload.getEvent(), Payloads.id(payload.getEventId()), context);
      return context.ack();
    });
    app.event(MessageEvent.class, (payload, context) -> {
      message(payload.getEvent(), Payloads.id(payload.getEventId()), context);
      return context.ack();
    });
    app.event(AppMentionEvent.class, (payload, context) -> {
      mention(payload.getEvent(), Payloads.id(payload.getEventId()), context);
      return context.ack();
    });
  }

  private void homeOpened(AppHomeOpenedEvent event, String eventId, Context context) {
    if (!"home".equals(event.getTab())) {
      return;
    }
    Visitor visitor = visitors.of(context, event.getUser(), null);
    desks.homes().opened(visitor.person(), visitor.delivery("event", eventId));
  }

  private void message(MessageEvent event, String eventId, Context context) {
    boolean toTheBot = "im".equals(event.getChannelType())
        && event.getUser() != null
        && event.getBotId() == null
        && !event.getUser().equals(context.getBotUserId());
    if (!toTheBot || repeated(eventId)) {
      return;
    }
    Visitor visitor = visitors.of(context, event.getUser(), event.getTeam());
    String text = IncomingText.of(event.getText());
    Conversation here = new Conversation(
        event.getChannel(), Optional.ofNullable(event.getThreadTs()), Optional.empty());
    Optional<Link> link = Links.firstIn(text);
    boolean onlyLink = link.isPresent() && visitor.refusal().isEmpty();
    replies.say(here, onlyLink ? linkSeen(link.get(), visitor) : answer(text, visitor));
  }

  private void mention(AppMentionEvent event, String eventId, Context context) {
    if (event.getUser() == null || event.getBotId() != null || repeated(eventId)) {
      return;
    }
    String team = event.getUserTeam() == null ? event.getTeam() : event.getUserTeam();
    Visitor visitor = visitors.of(context, event.getUser(), team);
    String text = IncomingText.without(event.getText(), context.getBotUserId());
    Conversation here = new Conversation(
        event.getChannel(), Optional.ofNullable(event.getThreadTs()), Optional.of(event.getUser()));
    replies.say(here, answer(text, visitor));
  }

  private SlackMessage answer(String text, Visitor visitor) {
    Notice notice = visitor
        .refusal()
        .orElseGet(() -> HELP.contains(text.toLowerCase(visitor.language()))
            ? desks.readers().refusal(visitor.person()).orElseGet(Notice.Help::new)
            : desks.answers().ask(visitor.person(), text));
    return SlackCards.of(notice, visitor.language());
  }

  /** Somebody pasted a link: most likely something to report, perhaps a draft to check. */
  private SlackMessage linkSeen(Link link, Visitor visitor) {
    Optional<Notice> refusal = desks.readers().refusal(visitor.person());
    if (refusal.isPresent()) {
      return SlackCards.of(refusal.get(), visitor.language());
    }
    Reading in = Reading.in(visitor.language());
    String said = in.say("link_seen");
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.say(said));
    blocks.add(Ink.actions(List.of(
        Ink.primary(Ink.button(Actions.OPEN_REPORT, in.say("button.report_this"), link.url())),
        Ink.button(Actions.OPEN_ASK, in.say("button.ask"), "ask"))));
    return new SlackMessage(said, blocks);
  }

  private boolean repeated(@Nullable String eventId) {
    return eventId != null && heard.asMap().putIfAbsent(eventId, true) != null;
  }
}
