package dev.instead.slack;

import dev.instead.desk.Delivery;
import dev.instead.desk.Opening;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.RuleId;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The presses of reporters and askers: on receipts, news, answers and their home. */
final class PersonPresses implements PressRoutes.Answers {
  private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9-]{0,99}");
  private static final String WEB = "http";

  private final SlackDesks desks;

  PersonPresses(SlackDesks desks) {
    this.desks = desks;
  }

  @Override
  public Optional<Optional<Opening>> answer(Press press, Visitor visitor) {
    Person person = visitor.person();
    Delivery delivery = visitor.delivery("trigger", press.trigger());
    String value = press.value();
    String action =
        press.action().startsWith(Actions.SHOW_ANSWER + ".") ? Actions.SHOW_ANSWER : press.action();
    Opening opening = switch (action) {
      case Actions.ADD_DETAILS ->
        ofReport(value, report -> desks.reports().detailsForm(report, person));
      case Actions.WITHDRAW ->
        ofReport(value, report -> say(desks.reports().withdraw(report, person, delivery)));
      case Actions.NOT_SOLVED ->
        ofReport(value, report -> say(desks.reports().notSolved(report, person, delivery)));
      case Actions.ANSWER_TEAM -> answerForm(value, person);
      case Actions.NOT_MINE -> say(desks.answers().notMine(person, value.strip()));
      case Actions.SEND_ON -> say(desks.answers().sendOn(person, value, delivery));
      case Actions.SHOW_ANSWER ->
        ofRule(value, (rule, question) -> desks.answers().show(person, rule, question));
      case Actions.UNCLEAR_RULE ->
        ofRule(
            value, (rule, question) -> desks.answers().unclear(person, rule, question, delivery));
      case Actions.OPEN_REPORT ->
        desks.reports().form(person, value.startsWith(WEB) ? value : "", "", Optional.empty());
      case Actions.OPEN_ASK -> desks.answers().form(person, "");
      default -> null;
    };
    return opening == null ? Optional.empty() : Optional.of(Optional.of(opening));
  }

  private Opening answerForm(String value, Person person) {
    String[] ids = Payloads.two(value);
    Optional<NoteId> note = Payloads.note(ids[0]);
    return note.isEmpty()
        ? say(new Notice.NotFound())
        : ofReport(ids[1], report -> desks.reports().answerForm(note.get(), report, person));
  }

  private static Opening ofReport(String value, Function<ReportId, Opening> use) {
    return Payloads.report(value).map(use).orElseGet(() -> say(new Notice.NotFound()));
  }

  private static Opening ofRule(String value, RuleUse use) {
    String[] parts = Payloads.two(value);
    return say(
        RULE.matcher(parts[0]).matches()
            ? use.of(new RuleId(parts[0]), parts[1])
            : new Notice.NotFound());
  }

  private static Opening say(Notice notice) {
    return new Opening.Say(notice);
  }

  private interface RuleUse {
    Notice of(RuleId rule, String question);
  }
}
