package dev.instead.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.model.view.View;
import dev.instead.desk.Delivery;
import dev.instead.desk.Filing;
import dev.instead.desk.Opening;
import dev.instead.desk.UseCases;
import dev.instead.notice.Form;
import dev.instead.notice.Heard;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.EntryId;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.CaseNumber;
import dev.instead.report.NoteId;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Forms that were sent. Errors go beside their field and keep what was typed; success closes with the answer. */
final class FormRoutes {
  private static final Set<String> CALLBACKS = Set.of(
      Actions.FILE,
      Actions.ADD_DETAILS,
      Actions.ANSWER_TEAM,
      Actions.ASK_POLICY,
      Actions.REVIEW_HOLDS,
      Actions.REVIEW_CHANGE,
      Actions.SEARCH,
      Actions.ASK_REPORTER,
      Actions.REPLY,
      Actions.RESOLVE,
      Actions.HAND_OVER,
      Actions.SEVERITY,
      Actions.MERGE,
      Actions.ENTRY,
      Actions.ADD_EXAMPLE);

  private final UseCases desks;

  FormRoutes(UseCases desks) {
    this.desks = desks;
  }

  /** Empty for a window that only tells something: a client may send it still, and there is nothing to do then. */
  Optional<ViewSubmissionResponse> sent(ViewSubmissionPayload payload, Installation.Origin origin) {
    return CALLBACKS.contains(String.valueOf(payload.getView().getCallbackId()))
        ? Optional.of(taken(payload, origin))
        : Optional.empty();
  }

  private ViewSubmissionResponse taken(ViewSubmissionPayload payload, Installation.Origin origin) {
    View view = payload.getView();
    String workspace = origin.workspace();
    Person person = Incoming.person(workspace, payload.getUser().getId());
    Locale language = desks.readers().languageOf(person);
    if (origin.outsider()) {
      return closing(desks.readers().refusal(), language);
    }
    Fields fields = Fields.of(view.getState());
    if (view.getCallbackId().equals(Actions.SEARCH)) {
      return searched(person, fields.text(Actions.TEXT_FIELD), language);
    }
    Delivery delivery = Incoming.delivery(
        workspace,
        "view:" + view.getId(),
        person.id(),
        view.getCallbackId(),
        view.getPrivateMetadata(),
        fields.values().toString());
    String about = view.getPrivateMetadata() == null ? "" : view.getPrivateMetadata();
    Optional<Notice> notice = submitted(view.getCallbackId(), about, fields, person, delivery);
    return notice
        .map(said -> answer(view.getCallbackId(), said, fields, language))
        .orElseGet(FormRoutes::close);
  }

  /** What was found stands in the same window, below what was searched for. */
  private ViewSubmissionResponse searched(Person person, String words, Locale language) {
    Opening opening = desks.browse().search(person, words);
    return opening instanceof Opening.Show show
        ? updated(SlackForms.of(show.form(), language))
        : closing(((Opening.Say) opening).notice(), language);
  }

  private Optional<Notice> submitted(
      String callback, String about, Fields fields, Person person, Delivery delivery) {
    String text = fields.text(Actions.TEXT_FIELD);
    return switch (callback) {
      case Actions.FILE -> Optional.of(desks.reports().file(filing(person, fields), delivery));
      case Actions.ADD_DETAILS ->
        Optional.of(desks.reports().addDetails(new ReportId(about), person, text, delivery));
      case Actions.ANSWER_TEAM -> Optional.of(answered(about, person, text, delivery));
      case Actions.ADD_EXAMPLE -> {
        long seq = Heard.Group.seqOf(about);
        yield Optional.of(
            seq == 0
                ? new Notice.NotFound()
                : desks.feedback().addExample(seq, person, fields::text));
      }
      case Actions.ASK_POLICY ->
        Optional.of(
            fields.text(Actions.CHOICE_FIELD).equals(Actions.DRAFT)
                ? desks.answers().check(person, text)
                : desks.answers().ask(person, text));
      case Actions.REVIEW_HOLDS ->
        Optional.of(
            desks.reviews().holds(person, EntryId.ofCode(about), fields.text(Actions.DAY_FIELD)));
      case Actions.REVIEW_CHANGE ->
        Optional.of(desks
            .reviews()
            .change(
                person,
                EntryId.ofCode(about),
                part -> fields.text(Actions.TEXT_FIELD + "." + part),
                Incoming.typed(fields.text(Actions.LINK_FIELD))));
      default ->
        CaseNumber.parse(about)
            .map(number -> onCase(callback, number, fields, person, delivery))
            .orElse(Optional.of(new Notice.NotFound()));
    };
  }

  private static Filing filing(Person person, Fields fields) {
    return new Filing(
        person,
        Incoming.typed(fields.text(Actions.LINK_FIELD)),
        fields.text(Actions.TEXT_FIELD),
        fields.chosen(Actions.SITUATION_FIELD).map(SituationId::new));
  }

  private Notice answered(String about, Person person, String text, Delivery delivery) {
    String[] ids = about.split(" ", 2);
    return ids.length < 2
        ? new Notice.NotFound()
        : desks
            .reports()
            .answerTeam(new NoteId(ids[0]), new ReportId(ids[1]), person, text, delivery);
  }

  private Optional<Notice> onCase(
      String callback, CaseNumber number, Fields fields, Person person, Delivery delivery) {
    String text = fields.text(Actions.TEXT_FIELD);
    String choice = fields.text(Actions.CHOICE_FIELD);
    return switch (callback) {
      case Actions.ASK_REPORTER -> desks.cases().askReporter(number, person, text, delivery);
      case Actions.ENTRY -> Optional.of(desks.entries().propose(number, person, fields::text));
      case Actions.REPLY -> desks.cases().reply(number, person, text, delivery);
      case Actions.RESOLVE ->
        outcome(fields, choice)
            .map(outcome -> desks.cases().resolve(number, person, outcome, text, delivery))
            .orElse(Optional.of(new Notice.NotFound()));
      case Actions.HAND_OVER ->
        desks.cases().handOver(number, person, new TeamId(choice), delivery);
      case Actions.SEVERITY ->
        severity(choice)
            .map(severity -> desks.cases().changeSeverity(number, person, severity, delivery))
            .orElse(Optional.of(new Notice.NotFound()));
      case Actions.MERGE ->
        CaseNumber.parse(choice)
            .map(into -> desks.cases().merge(number, person, into, delivery))
            .orElse(Optional.of(new Notice.NotFound()));
      default -> Optional.of(new Notice.NotFound());
    };
  }

  /** A question's form has no outcome to choose: it is answered. */
  private static Optional<Outcome> outcome(Fields fields, String code) {
    if (!fields.values().containsKey(Actions.CHOICE_FIELD)) {
      return Optional.of(Outcome.ANSWERED);
    }
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.code().equals(code))
        .findFirst();
  }

  private static Optional<Severity> severity(String code) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.code().equals(code))
        .findFirst();
  }

  private static ViewSubmissionResponse answer(
      String callback, Notice notice, Fields fields, Locale language) {
    if (notice instanceof Notice.Unclear unclear) {
      return errors(field(unclear.problem(), fields), Reading.in(language).say(unclear.problem()));
    }
    // What was typed must not be lost with the answer, unless there is danger and help comes first.
    if (notice instanceof Notice.NotStored lost && lost.emergency().isEmpty()) {
      return errors(filled(callback, fields), Reading.in(language).say("not_stored"));
    }
    if (notice instanceof Notice.Slower slower) {
      return errors(
          filled(callback, fields), Reading.in(language).say(slower.what().sentence()));
    }
    return closing(notice, language);
  }

  /** A field that the form has, the one that was filled in if there are several; Slack refuses an error beside any other. */
  private static String filled(String callback, Fields fields) {
    return switch (callback) {
      case Actions.HAND_OVER, Actions.SEVERITY, Actions.MERGE -> Actions.CHOICE_FIELD;
      case Actions.REVIEW_HOLDS -> Actions.DAY_FIELD;
      // It has a field for each of its texts, and every one comes along.
      case Actions.REVIEW_CHANGE ->
        fields.values().keySet().stream().findFirst().orElse(Actions.TEXT_FIELD);
      case Actions.ENTRY -> Form.NewEntry.OWNER;
      case Actions.ADD_EXAMPLE -> Form.AddExample.QUESTION;
      case Actions.FILE ->
        fields.text(Actions.TEXT_FIELD).isBlank() ? Actions.LINK_FIELD : Actions.TEXT_FIELD;
      default -> Actions.TEXT_FIELD;
    };
  }

  private static String field(String problem, Fields fields) {
    if (problem.equals("unclear.day")) {
      return Actions.DAY_FIELD;
    }
    boolean link =
        problem.startsWith("unclear.link") && !fields.text(Actions.LINK_FIELD).isBlank();
    return Form.proposedField(problem).orElse(link ? Actions.LINK_FIELD : Actions.TEXT_FIELD);
  }

  private static ViewSubmissionResponse errors(String field, String sentence) {
    return ViewSubmissionResponse.builder()
        .responseAction("errors")
        .errors(Map.of(field, sentence))
        .build();
  }

  private static ViewSubmissionResponse closing(Notice notice, Locale language) {
    return updated(SlackForms.closing(notice, language));
  }

  private static ViewSubmissionResponse updated(View view) {
    return ViewSubmissionResponse.builder().responseAction("update").view(view).build();
  }

  private static ViewSubmissionResponse close() {
    return ViewSubmissionResponse.builder().responseAction("clear").build();
  }
}
