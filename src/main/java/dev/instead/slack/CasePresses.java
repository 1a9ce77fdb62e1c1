package dev.instead.slack;

import dev.instead.desk.CaseForm;
import dev.instead.desk.Delivery;
import dev.instead.desk.Opening;
import dev.instead.notice.Notice;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.ReplyId;
import dev.instead.report.CaseNumber;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The presses of a team: on its card, and in the forms that the card opens. */
final class CasePresses implements PressRoutes.Answers {
  private static final Map<String, CaseForm> FORMS = Map.of(
      Actions.ASK_REPORTER, CaseForm.ASK_REPORTER,
      Actions.REPLY, CaseForm.REPLY,
      Actions.RESOLVE, CaseForm.RESOLVE,
      Actions.HAND_OVER, CaseForm.HAND_OVER,
      Actions.SEVERITY, CaseForm.SEVERITY,
      Actions.MERGE, CaseForm.MERGE,
      Actions.USE_REPLY, CaseForm.USE_REPLY,
      Actions.TIMELINE, CaseForm.TIMELINE,
      Actions.REPORTS, CaseForm.REPORTS);

  private static final Set<String> DECISIONS =
      Set.of(Actions.TAKE, Actions.DISMISS, Actions.REOPEN, Actions.RELEASE, Actions.PICK_REPLY);

  private final SlackDesks desks;

  CasePresses(SlackDesks desks) {
    this.desks = desks;
  }

  @Override
  public Optional<Optional<Opening>> answer(Press press, Visitor visitor) {
    boolean mine = FORMS.containsKey(press.action()) || DECISIONS.contains(press.action());
    return mine ? Optional.of(answered(press, visitor)) : Optional.empty();
  }

  private Optional<Opening> answered(Press press, Visitor visitor) {
    String[] value = Payloads.two(press.value());
    Optional<CaseNumber> number = CaseNumber.parse(value[0]);
    if (number.isEmpty()) {
      return Optional.of(new Opening.Say(new Notice.NotFound()));
    }
    CaseForm form = FORMS.get(press.action());
    if (form != null) {
      return Optional.of(opened(() -> desks.forms().open(form, number.get(), visitor.person())));
    }
    Optional<Notice> answer =
        Stored.orNothing(() -> decided(press, number.get(), value[1], visitor));
    // A card left behind by a lost answer acts like the real one, and is then replaced.
    press
        .card()
        .ifPresent(card -> Stored.orNothing(() -> {
          Channel channel = new Channel(Platform.SLACK, visitor.workspace(), card.channel());
          desks.cases().pressedOn(number.get(), channel, card.ts());
          return Optional.empty();
        }));
    return answer.map(Opening.Say::new);
  }

  private Optional<Notice> decided(Press press, CaseNumber number, String rest, Visitor visitor) {
    Person member = visitor.person();
    Delivery delivery = visitor.delivery("trigger", press.trigger());
    return switch (press.action()) {
      case Actions.TAKE -> desks.cases().claim(number, member, delivery);
      case Actions.DISMISS -> desks.cases().dismiss(number, member, delivery);
      case Actions.REOPEN -> desks.cases().reopen(number, member, delivery);
      case Actions.RELEASE -> desks.cases().release(number, member, delivery);
      case Actions.PICK_REPLY ->
        desks
            .cases()
            .useReply(number, member, new ReplyId(rest), delivery)
            .or(() -> Optional.of(
                new Notice.Acknowledged(Notice.Acknowledged.Kind.REPLY_USED, Optional.of(number))));
      default -> throw new AssertionError("No decision for " + press.action());
    };
  }

  private static Opening opened(Supplier<Opening> form) {
    Opening[] opening = new Opening[1];
    Optional<Notice> problem = Stored.orNothing(() -> {
      opening[0] = form.get();
      return Optional.empty();
    });
    return problem.<Opening>map(Opening.Say::new).orElseGet(() -> opening[0]);
  }
}
