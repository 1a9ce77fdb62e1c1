package dev.instead.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.response.Response;
import dev.instead.desk.Filing;
import dev.instead.desk.Opening;
import dev.instead.notice.Notice;
import dev.instead.report.Link;
import dev.instead.report.Links;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type as a command or choose as a shortcut. */
final class CommandRoutes {
  private static final Set<String> HELP = Set.of("help", "bantuan", "?");
  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");
  private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]{1,30}");
  private static final Pattern TS = Pattern.compile("[0-9]{1,12}\\.[0-9]{1,8}");

  private final SlackDesks desks;
  private final Visitors visitors;

  CommandRoutes(SlackDesks desks) {
    this.desks = desks;
    this.visitors = new Visitors(desks);
  }

  void addTo(App app) {
    app.command("/report", (request, context) -> report(request.getPayload(), context));
    app.command("/canipost", (request, context) -> mayIPost(request.getPayload(), context));
    // Commands of another name reach the bot when a manifest renames them.
    app.command(Pattern.compile(".*"), (request, context) -> {
      Visitor visitor = visitor(request.getPayload(), context);
      return answer(context, visitor, visitor.refusal().orElseGet(Notice.Help::new));
    });
    app.globalShortcut("report_conflict", (request, context) -> {
      var payload = request.getPayload();
      Visitor visitor =
          visitors.of(context, payload.getUser().getId(), payload.getUser().getTeamId());
      open(
          context,
          payload.getTriggerId(),
          visitor,
          () -> desks.reports().form(visitor.person(), "", "", Optional.empty()));
      return context.ack();
    });
    app.globalShortcut(Pattern.compile(".*"), (request, context) -> context.ack());
    app.messageShortcut("report_message", (request, context) -> {
      reportMessage(request.getPayload(), context);
      return context.ack();
    });
    app.messageShortcut("ask_message", (request, context) -> {
      askMessage(request.getPayload(), context);
      return context.ack();
    });
    app.messageShortcut(Pattern.compile(".*"), (request, context) -> context.ack());
  }

  private Response report(SlashCommandPayload command, SlashCommandContext context) {
    Visitor visitor = visitor(command, context);
    String text = IncomingText.of(command.getText());
    if (visitor.refusal().isPresent()) {
      return answer(context, visitor, visitor.refusal().get());
    }
    if (HELP.contains(text.toLowerCase(visitor.language()))) {
      return answer(context, visitor, new Notice.Help());
    }
    if (text.isEmpty()) {
      return form(
          command,
          context,
          visitor,
          desks.reports().form(visitor.person(), "", "", Optional.empty()));
    }
    Notice receipt = Stored.orNot(() -> desks
        .reports()
        .file(
            new Filing(visitor.person(), "", text, Optional.empty()),
            visitor.delivery("trigger", Payloads.id(command.getTriggerId()))));
    return answer(context, visitor, receipt);
  }

  private Response mayIPost(SlashCommandPayload command, SlashCommandContext context) {
    Visitor visitor = visitor(command, context);
    String text = IncomingText.of(command.getText());
    if (visitor.refusal().isPresent()) {
      return answer(context, visitor, visitor.refusal().get());
    }
    if (HELP.contains(text.toLowerCase(visitor.language()))) {
      return answer(context, visitor, new Notice.Help());
    }
    return text.isEmpty()
        ? form(command, context, visitor, desks.answers().form(visitor.person(), ""))
        : answer(context, visitor, desks.answers().ask(visitor.person(), text));
  }

  /** A refusal is said in the channel rather than in a window. */
  private static Response form(
      SlashCommandPayload command, SlashCommandContext context, Visitor visitor, Opening opening) {
    if (opening instanceof Opening.Say say) {
      return answer(context, visitor, say.notice());
    }
    return Windows.open(context, command.getTriggerId(), Windows.of(opening, visitor))
        ? context.ack()
        : answer(context, visitor, new Notice.OneMoment());
  }

  private static Response answer(SlashCommandContext context, Visitor visitor, Notice notice) {
    SlackMessage message = SlackCards.of(notice, visitor.language());
    return context.ack(
        answer -> answer.responseType("ephemeral").text(message.text()).blocks(message.blocks()));
  }

  /** The message is taken along, and its address unless it holds a link of its own. */
  private void reportMessage(MessageShortcutPayload payload, Context context) {
    Visitor visitor = visitor(payload, context);
    String text =
        IncomingText.of(payload.getMessage() == null ? "" : payload.getMessage().getText());
    Optional<String> inside = Links.firstIn(text).map(Link::url);
    String address = address(payload).orElse("");
    open(
        context,
        payload.getTriggerId(),
        visitor,
        () -> desks
            .reports()
            .form(
                visitor.person(),
                inside.orElse(address),
                inside.isPresent() && !address.isEmpty() ? text + "\n\n" + address : text,
                Optional.empty()));
  }

  private void askMessage(MessageShortcutPayload payload, Context context) {
    Visitor visitor = visitor(payload, context);
    String text =
        IncomingText.of(payload.getMessage() == null ? "" : payload.getMessage().getText());
    open(
        context,
        payload.getTriggerId(),
        visitor,
        () -> text.isEmpty()
            ? desks.answers().form(visitor.person(), "")
            : new Opening.Say(desks.answers().ask(visitor.person(), text)));
  }

  private static void open(
      Context context,
      @Nullable String trigger,
      Visitor visitor,
      java.util.function.Supplier<Opening> opening) {
    Opening shown = visitor.refusal().<Opening>map(Opening.Say::new).orElseGet(opening);
    Windows.open(context, trigger, Windows.of(shown, visitor));
  }

  /** A message's address is put together, not asked for: the trigger lives three seconds. */
  static Optional<String> address(MessageShortcutPayload payload) {
    if (payload.getTeam() == null || payload.getChannel() == null) {
      return Optional.empty();
    }
    String domain = Payloads.id(payload.getTeam().getDomain());
    String channel = Payloads.id(payload.getChannel().getId());
    String ts = Payloads.id(payload.getMessageTs());
    boolean known = DOMAIN.matcher(domain).matches()
        && CHANNEL.matcher(channel).matches()
        && TS.matcher(ts).matches();
    return known
        ? Optional.of(
            "https://" + domain + ".slack.com/archives/" + channel + "/p" + ts.replace(".", ""))
        : Optional.empty();
  }

  private Visitor visitor(SlashCommandPayload command, Context context) {
    return visitors.of(context, command.getUserId(), command.getTeamId());
  }

  private Visitor visitor(MessageShortcutPayload payload, Context context) {
    String own = payload.getUser().getTeamId();
    String team = payload.getTeam() == null ? null : payload.getTeam().getId();
    return visitors.of(context, payload.getUser().getId(), own == null ? team : own);
  }
}
