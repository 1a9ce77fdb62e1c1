package dev.instead.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.instead.desk.Delivery;
import dev.instead.desk.Filing;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Severity;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import dev.instead.report.CaseNumber;
import dev.instead.report.NoteId;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms that were sent. What is wrong with one is said beside its field; else the form turns into the answer, or closes. */
final class FormRoutes {
  private static final String LINK_PROBLEM = "unclear.link";

  private final SlackDesks desks;
  private final Visitors visitors;

  FormRoutes(SlackDesks desks) {
    this.desks = desks;
    this.visitors = new Visitors(desks);
  }

  void addTo(App app) {
    app.viewSubmission(
        Pattern.compile(".*"), (request, context) -> sent(request.getPayload(), context));
    app.viewClosed(Pattern.compile(".*"), (request, context) -> context.ack());
  }

  private Response sent(ViewSubmissionPayload payload, ViewSubmissionContext context) {
    View view = payload.getView();
    Visitor visitor = visitors.ofForm(
        context,
        payload.getUser().getId(),
        payload.getUser().getTeamId(),
        view.getAppInstalledTeamId());
    Optional<Notice> answer =
        visitor.refusal().or(() -> Stored.orNothing(() -> decide(Sent.of(view, visitor), view)));
    if (answer.isEmpty()) {
      return context.ack();
    }
    if (answer.get() instanceof Notice.Unclear unclear) {
      return context.ackWithErrors(Map.of(
          field(unclear.problem(), Payloads.id(view.getCallbackId())),
          Reading.in(visitor.language()).say(unclear.problem())));
    }
    return context.ackWithUpdate(SlackForms.closing(answer.get(), visitor.language()));
  }

  private Optional<Notice> decide(Sent sent, View view) {
    return switch (Payloads.id(view.getCallbackId())) {
      case Actions.FILE -> Optional.of(file(sent));
      case Actions.ADD_DETAILS -> Optional.of(addDetails(sent));
      case Actions.ANSWER_TEAM -> Optional.of(answerTeam(sent));
      case Actions.ASK_POLICY -> Optional.of(desks.answers().ask(sent.person(), sent.text()));
      default ->
        CaseNumber.parse(sent.about())
            .map(number -> ofCase(sent, number, Payloads.id(view.getCallbackId())))
            .orElseGet(() -> Optional.of(new Notice.NotFound()));
    };
  }

  private Notice file(Sent sent) {
    String link = Payloads.typed(sent.state(), Actions.LINK_FIELD);
    Optional<SituationId> situation =
        Payloads.chosen(sent.state(), Actions.SITUATION_FIELD).map(SituationId::new);
    return desks
        .reports()
        .file(new Filing(sent.person(), link, sent.text(), situation), sent.delivery());
  }

  private Notice addDetails(Sent sent) {
    return Payloads.report(sent.about())
        .map(report ->
            desks.reports().addDetails(report, sent.person(), sent.text(), sent.delivery()))
        .orElseGet(Notice.NotFound::new);
  }

  private Notice answerTeam(Sent sent) {
    String[] ids = Payloads.two(sent.about());
    Optional<NoteId> note = Payloads.note(ids[0]);
    Optional<ReportId> report = Payloads.report(ids[1]);
    return note.isEmpty() || report.isEmpty()
        ? new Notice.NotFound()
        : desks
            .reports()
            .answerTeam(note.get(), report.get(), sent.person(), sent.text(), sent.delivery());
  }

  private Optional<Notice> ofCase(Sent sent, CaseNumber number, String form) {
    Person member = sent.person();
    Delivery delivery = sent.delivery();
    String choice = Payloads.chosen(sent.state(), Actions.CHOICE_FIELD).orElse("");
    Optional<Notice> unknown = Optional.of(new Notice.NotFound());
    return switch (form) {
      case Actions.ASK_REPORTER -> desks.cases().askReporter(number, member, sent.text(), delivery);
      case Actions.REPLY -> desks.cases().reply(number, member, sent.text(), delivery);
      case Actions.RESOLVE ->
        Arrays.stream(Outcome.values())
            .filter(outcome -> outcome.code().equals(choice))
            .findFirst()
            .map(outcome -> desks.cases().resolve(number, member, outcome, sent.text(), delivery))
            .orElse(unknown);
      case Actions.HAND_OVER ->
        desks.cases().handOver(number, member, new TeamId(choice), delivery);
      case Actions.SEVERITY ->
        Arrays.stream(Severity.values())
            .filter(severity -> severity.code().equals(choice))
            .findFirst()
            .map(severity -> desks.cases().changeSeverity(number, member, severity, delivery))
            .orElse(unknown);
      case Actions.MERGE ->
        CaseNumber.parse(choice)
            .map(into -> desks.cases().merge(number, member, into, delivery))
            .orElse(unknown);
      default -> unknown;
    };
  }

  /** The report's form has a field for the link; every other problem is one of the text. */
  private static String field(String problem, String form) {
    boolean link = form.equals(Actions.FILE)
        && (problem.startsWith(LINK_PROBLEM) || problem.equals("unclear.empty"));
    return link ? Actions.LINK_FIELD : Actions.TEXT_FIELD;
  }

  /** A form as it was sent. */
  private record Sent(
      Visitor visitor, String about, String text, @Nullable ViewState state, Delivery delivery) {
    static Sent of(View view, Visitor visitor) {
      // The window may hold several forms one after another; its hash tells them apart.
      String id = Payloads.id(view.getId()) + ":" + Payloads.id(view.getHash());
      return new Sent(
          visitor,
          Payloads.id(view.getPrivateMetadata()),
          Payloads.typed(view.getState(), Actions.TEXT_FIELD),
          view.getState(),
          visitor.delivery("view", id));
    }

    Person person() {
      return visitor.person();
    }
  }
}
