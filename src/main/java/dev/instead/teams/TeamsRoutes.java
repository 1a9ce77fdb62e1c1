package dev.instead.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.instead.desk.UseCases;
import dev.instead.notice.Notice;
import dev.instead.outbox.Briefing;
import dev.instead.people.AddressBook;
import dev.instead.people.Person;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What comes in from Teams: translated here, decided at the desks. Not one of botbuilder's activity handlers: those garble the type of a
 * card's error, refuse what has no event type, and answer with the words of exceptions.
 */
final class TeamsRoutes implements Bot {
  private final UseCases desks;
  private final TalkRoutes talk;
  private final CardRoutes cards;
  private final DialogRoutes dialogs;
  private final ExtensionRoutes extensions;
  private final LifeRoutes life;
  private final Whisper whisper;

  /**
   * @param seen is told who was heard in which conversation
   * @param teams is told of each team that the bot comes into, by its General channel
   * @param ops a new name at every call, of letters, digits and hyphens, at most 64
   */
  TeamsRoutes(
      UseCases desks,
      Briefing briefing,
      AddressBook book,
      BiConsumer<Person, String> seen,
      Consumer<AddressBook.Spot> teams,
      Whisper whisper,
      Supplier<String> ops,
      Clock clock) {
    this.desks = desks;
    this.whisper = whisper;
    PressRoutes presses = new PressRoutes(desks);
    Dialogs drawn = new Dialogs(ops);
    talk = new TalkRoutes(desks, book, whisper, clock);
    cards = new CardRoutes(desks, briefing, presses, drawn, whisper);
    dialogs = new DialogRoutes(desks, presses, drawn);
    extensions = new ExtensionRoutes(desks, dialogs);
    life = new LifeRoutes(desks, book, whisper, seen, teams);
  }

  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn) {
    Optional<InvokeResponse> answer = arrived(turn.getActivity());
    if (answer.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    Activity response = new Activity(ActivityTypes.INVOKE_RESPONSE);
    response.setValue(answer.get());
    return turn.sendActivityBlind(response);
  }

  /** The answer to an invoke; empty for what isn't one. */
  Optional<InvokeResponse> arrived(Activity activity) {
    Incoming incoming = Incoming.of(activity);
    Runnable refresh = () -> life.met(incoming);
    switch (Incoming.orEmpty(activity.getType())) {
      case ActivityTypes.INVOKE -> {
        refresh.run();
        return Optional.of(invoked(incoming));
      }
      case ActivityTypes.MESSAGE -> {
        refresh.run();
        written(incoming);
      }
      case ActivityTypes.CONVERSATION_UPDATE -> life.changed(incoming, refresh);
      case ActivityTypes.INSTALLATION_UPDATE -> life.installation(incoming, refresh);
      default -> refresh.run(); // Reactions, edits, whatever Teams thinks of next.
    }
    return Optional.empty();
  }

  private void written(Incoming incoming) {
    if (incoming.isFromBot()) {
      return;
    }
    if (incoming.person().isEmpty()) {
      refuse(incoming);
    } else if (incoming.value().isObject()) {
      cards.submitted(incoming, incoming.person().get());
    } else {
      talk.written(incoming, incoming.person().get());
    }
  }

  /** Without an account in the company's directory nobody is a colleague. In company they are answered only when they asked. */
  private void refuse(Incoming incoming) {
    if (incoming.place().isPersonal()
        || Typed.in(incoming).toBot()
        || incoming.value().isObject()) {
      whisper.here(incoming.place(), TeamsCards.of(desks.readers().refusal(), reading(incoming)));
    }
  }

  private InvokeResponse invoked(Incoming incoming) {
    String name = Incoming.orEmpty(incoming.activity().getName());
    return switch (name) {
      case "adaptiveCard/action" ->
        incoming
            .person()
            .map(person -> cards.executed(incoming, person))
            .orElseGet(() ->
                Replies.message(CardRoutes.plain(desks.readers().refusal(), reading(incoming))));
      case "task/fetch", "task/submit" ->
        dialog(incoming, person -> dialogs.pressed(incoming, person));
      case "composeExtension/fetchTask" ->
        dialog(incoming, person -> extensions.opened(incoming, person));
      case "composeExtension/submitAction" ->
        dialog(incoming, person -> extensions.sent(incoming, person));
      default -> Replies.unknown();
    };
  }

  private InvokeResponse dialog(Incoming incoming, Function<Person, InvokeResponse> answer) {
    Notice refusal = desks.readers().refusal();
    return incoming
        .person()
        .map(answer)
        .orElseGet(() -> Replies.dialog(dialogs.notice(refusal, reading(incoming))));
  }

  private static Locale reading(Incoming incoming) {
    return incoming.language().orElse(Locale.ENGLISH);
  }
}
