package dev.instead.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.view.View;
import dev.instead.desk.Opening;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.policy.SituationId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that can be pressed or chosen. Whether the person may is the desks' to say. */
final class PressRoutes {
  private final SlackDesks desks;
  private final Visitors visitors;
  private final Whisper whisper;
  private final CasePresses cases;
  private final PersonPresses people;

  PressRoutes(SlackDesks desks, Whisper whisper) {
    this.desks = desks;
    this.visitors = new Visitors(desks);
    this.whisper = whisper;
    this.cases = new CasePresses(desks);
    this.people = new PersonPresses(desks);
  }

  void addTo(App app) {
    app.blockAction(Pattern.compile(".*"), (request, context) -> {
      pressed(request.getPayload(), context);
      return context.ack();
    });
  }

  private void pressed(BlockActionPayload payload, Context context) {
    if (payload.getActions() == null || payload.getActions().isEmpty()) {
      return;
    }
    Press press = Press.of(payload);
    if (press.action().startsWith(Actions.LINK + ".")) {
      return; // the browser has opened it already
    }
    Visitor visitor =
        visitors.of(context, payload.getUser().getId(), payload.getUser().getTeamId());
    if (visitor.refusal().isPresent()) {
      answer(payload, context, visitor, new Opening.Say(visitor.refusal().get()));
    } else if (press.action().equals(Actions.SITUATION_FIELD)) {
      situationChosen(payload, context, visitor);
    } else {
      cases
          .answer(press, visitor)
          .or(() -> people.answer(press, visitor))
          .ifPresent(
              outcome -> outcome.ifPresent(opening -> answer(payload, context, visitor, opening)));
    }
  }

  /** Answers where the press came from: in its window, in a new one, or privately beside the message. */
  private void answer(
      BlockActionPayload payload, Context context, Visitor visitor, Opening opening) {
    View view = payload.getView();
    boolean inWindow = view != null && "modal".equals(view.getType());
    if (inWindow) {
      Windows.redraw(
          context, Payloads.id(view.getId()), view.getHash(), Windows.of(opening, visitor));
      return;
    }
    boolean says = opening instanceof Opening.Say;
    @Nullable String url = payload.getResponseUrl();
    if (says && url != null && !url.isEmpty()) {
      whisper.say(url, ((Opening.Say) opening).notice(), visitor.language());
      return;
    }
    boolean opened = Windows.open(context, payload.getTriggerId(), Windows.of(opening, visitor));
    if (!opened && url != null && !url.isEmpty()) {
      whisper.say(url, new Notice.OneMoment(), visitor.language());
    }
  }

  /** A dangerous situation shows whom to call before anything is sent; what was typed stays, because the fields keep their names. */
  private void situationChosen(BlockActionPayload payload, Context context, Visitor visitor) {
    View view = payload.getView();
    if (view == null) {
      return;
    }
    Opening opening = desks
        .reports()
        .form(
            visitor.person(),
            Payloads.typed(view.getState(), Actions.LINK_FIELD),
            Payloads.typed(view.getState(), Actions.TEXT_FIELD),
            Payloads.chosen(view.getState(), Actions.SITUATION_FIELD).map(SituationId::new));
    boolean warned = view.getBlocks() != null
        && !view.getBlocks().isEmpty()
        && view.getBlocks().get(0) instanceof RichTextBlock;
    boolean warns = opening instanceof Opening.Show show
        && show.form() instanceof Form.FileReport form
        && !form.emergency().isEmpty();
    if (warned || warns || opening instanceof Opening.Say) {
      Windows.redraw(
          context, Payloads.id(view.getId()), view.getHash(), Windows.of(opening, visitor));
    }
  }

  /** What came of a press: nothing to say, or something to show; empty when the press is somebody else's to answer. */
  interface Answers {
    Optional<Optional<Opening>> answer(Press press, Visitor visitor);
  }
}
