package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import dev.instead.desk.UseCases;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import java.util.Locale;

/** Dialogs: what opens them, and what is sent from them. */
final class DialogRoutes {
  private final UseCases desks;
  private final PressRoutes presses;
  private final Dialogs dialogs;

  DialogRoutes(UseCases desks, PressRoutes presses, Dialogs dialogs) {
    this.desks = desks;
    this.presses = presses;
    this.dialogs = dialogs;
  }

  /** {@code task/fetch} by a button of a card, {@code task/submit} and {@code composeExtension/submitAction} by one of a dialog. */
  InvokeResponse pressed(Incoming incoming, Person person) {
    JsonNode data = incoming.value().path("data");
    return shown(
        Press.of(incoming, data)
            .map(presses::pressed)
            .orElseGet(() -> new Reaction.Tell(new Notice.NotFound())),
        person);
  }

  Dialog notice(Notice notice, Locale language) {
    return dialogs.notice(notice, language);
  }

  InvokeResponse shown(Reaction reaction, Person person) {
    Locale language = desks.readers().languageOf(person);
    if (reaction instanceof Reaction.Ask ask) {
      return Replies.dialog(dialogs.form(ask, language));
    }
    if (reaction instanceof Reaction.Tell tell) {
      return Replies.dialog(dialogs.told(tell, language));
    }
    return Replies.close();
  }
}
