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

  /** @param ops a new name at every call, of letters, digits and hyphens, at most 64 */
  TeamsRoutes(
      UseCases desks,
      Briefing briefing,
      AddressBook book,
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
    life = new LifeRoutes(desks, book, whisper);
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
    Arrival arrival = Arrival.of(activity);
    Runnable refresh = () -> life.met(arrival);
    switch (Arrival.orEmpty(activity.getType())) {
      case ActivityTypes.INVOKE -> {
        refresh.run();
        return Optional.of(invoked(arrival));
      }
      case ActivityTypes.MESSAGE -> {
        refresh.run();
        written(arrival);
      }
      case ActivityTypes.CONVERSATION_UPDATE -> life.changed(arrival, refresh);
      case ActivityTypes.INSTALLATION_UPDATE -> life.installation(arrival, refresh);
      default -> refresh.run(); // Reactions, edits, whatever Teams thinks of next.
    }
    return Optional.empty();
  }

  private void written(Arrival arrival) {
    if (arrival.isFromBot()) {
      return;
    }
    if (arrival.person().isEmpty()) {
      refuse(arrival);
    } else if (arrival.value().isObject()) {
      cards.submitted(arrival, arrival.person().get());
    } else {
      talk.written(arrival, arrival.person().get());
    }
  }

  /** Without an account in the company's directory nobody is a colleague. In company they are answered only when they asked. */
  private void refuse(Arrival arrival) {
    if (arrival.place().isPersonal()
        || Typed.in(arrival).toBot()
        || arrival.value().isObject()) {
      whisper.here(arrival.place(), TeamsCards.of(desks.readers().refusal(), reading(arrival)));
    }
  }

  private InvokeResponse invoked(Arrival arrival) {
    String name = Arrival.orEmpty(arrival.activity().getName());
    return switch (name) {
      case "adaptiveCard/action" ->
        arrival
            .person()
            .map(person -> cards.executed(arrival, person))
            .orElseGet(() ->
                Replies.message(CardRoutes.plain(desks.readers().refusal(), reading(arrival))));
      case "task/fetch", "task/submit" ->
        dialog(arrival, person -> dialogs.pressed(arrival, person));
      case "composeExtension/fetchTask" ->
        dialog(arrival, person -> extensions.opened(arrival, person));
      case "composeExtension/submitAction" ->
        dialog(arrival, person -> extensions.sent(arrival, person));
      default -> Replies.unknown();
    };
  }

  private InvokeResponse dialog(Arrival arrival, Function<Person, InvokeResponse> answer) {
    Notice refusal = desks.readers().refusal();
    return arrival
        .person()
        .map(answer)
        .orElseGet(() -> Replies.dialog(dialogs.notice(refusal, reading(arrival))));
  }

  private static Locale reading(Arrival arrival) {
    return arrival.language().orElse(Locale.ENGLISH);
  }
}
