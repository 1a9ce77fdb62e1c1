package dev.instead.teams;

import dev.instead.desk.CaseForm;
import dev.instead.desk.Filing;
import dev.instead.desk.Opening;
import dev.instead.desk.StoreException;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Forms that were sent. What can't be taken comes back as it was typed, with the reason beside its field. */
final class FormRoutes {
  private final UseCases desks;

  FormRoutes(UseCases desks) {
    this.desks = desks;
  }

  Reaction sent(Press form) {
    Person person = form.person();
    String about = form.value();
    String text = form.fields().text(Verbs.TEXT_FIELD);
    return switch (form.verb()) {
      case Verbs.SITUATION_CHOSEN -> redrawn(form);
      case Verbs.FILE ->
        taken(form, desks.reports().file(filing(form), form.delivery()), () -> reportForm(form));
      case Verbs.ASK_POLICY -> taken(form, asked(form), () -> desks.answers().form(person, text));
      case Verbs.SEARCH -> PressRoutes.opened(desks.browse().search(person, text));
      case Verbs.ADD_DETAILS -> {
        ReportId report = new ReportId(about);
        yield taken(
            form,
            desks.reports().addDetails(report, person, text, form.delivery()),
            () -> desks.reports().detailsForm(report, person));
      }
      case Verbs.ANSWER_TEAM -> answered(form, text);
      case Verbs.REVIEW_HOLDS, Verbs.REVIEW_CHANGE -> reviewed(form, EntryId.ofCode(about));
      case Verbs.ADD_EXAMPLE -> {
        long seq = Heard.Group.seqOf(form.value());
        yield taken(
            form,
            desks.feedback().addExample(seq, person, form.fields()::text),
            () -> desks.feedback().exampleForm(seq, person));
      }
      default ->
        CaseNumber.parse(about)
            .map(number -> onCase(form, number))
            .orElseGet(() -> new Reaction.Tell(new Notice.NotFound()));
    };
  }

  private Notice asked(Press form) {
    String text = form.fields().text(Verbs.TEXT_FIELD);
    return form.fields().text(Verbs.CHOICE_FIELD).equals(Verbs.DRAFT)
        ? desks.answers().check(form.person(), text)
        : desks.answers().ask(form.person(), text);
  }

  private static Filing filing(Press form) {
    return new Filing(
        form.person(),
        form.fields().text(Verbs.LINK_FIELD).strip(),
        form.fields().text(Verbs.TEXT_FIELD),
        situation(form));
  }

  private static Optional<SituationId> situation(Press form) {
    return form.fields().chosen(Verbs.SITUATION_FIELD).map(SituationId::new);
  }

  /** Another situation was chosen: the form shows whom to call first where there is danger. */
  private Reaction redrawn(Press form) {
    return reportForm(form) instanceof Opening.Show show
        ? new Reaction.Ask(show.form(), form.op(), form.fields(), Optional.empty())
        : PressRoutes.opened(reportForm(form));
  }

  private Opening reportForm(Press form) {
    return desks
        .reports()
        .form(
            form.person(),
            form.fields().text(Verbs.LINK_FIELD),
            form.fields().text(Verbs.TEXT_FIELD),
            situation(form));
  }

  private Reaction answered(Press form, String text) {
    String[] ids = form.words();
    if (ids.length < 2) {
      return new Reaction.Tell(new Notice.NotFound());
    }
    NoteId note = new NoteId(ids[0]);
    ReportId report = new ReportId(ids[1]);
    return taken(
        form,
        desks.reports().answerTeam(note, report, form.person(), text, form.delivery()),
        () -> desks.reports().answerForm(note, report, form.person()));
  }

  private Reaction reviewed(Press form, Optional<EntryId> about) {
    Person person = form.person();
    return form.verb().equals(Verbs.REVIEW_HOLDS)
        ? taken(
            form,
            desks.reviews().holds(person, about, form.fields().text(Verbs.DAY_FIELD)),
            () -> desks.reviews().holdsForm(person, about))
        : taken(
            form,
            desks
                .reviews()
                .change(
                    person,
                    about,
                    part -> form.fields().text(Verbs.TEXT_FIELD + "." + part),
                    form.fields().text(Verbs.LINK_FIELD)),
            () -> desks.reviews().changeForm(person, about));
  }

  private Reaction onCase(Press form, CaseNumber number) {
    if (form.card()
        .filter(card -> desks.cases().isOfAnother(number, card.channel(), card.id()))
        .isPresent()) {
      return new Reaction.Tell(new Notice.NotFound());
    }
    String text = form.fields().text(Verbs.TEXT_FIELD);
    return switch (form.verb()) {
      case Verbs.ASK_REPORTER ->
        taken(
            form,
            number,
            CaseForm.ASK_REPORTER,
            desks.cases().askReporter(number, form.person(), text, form.delivery()));
      case Verbs.ENTRY ->
        taken(
            form,
            desks.entries().propose(number, form.person(), form.fields()::text),
            () -> desks.entries().form(number, form.person()));
      case Verbs.REPLY ->
        taken(
            form,
            number,
            CaseForm.REPLY,
            desks.cases().reply(number, form.person(), text, form.delivery()));
      case Verbs.RESOLVE ->
        taken(
            form,
            number,
            CaseForm.RESOLVE,
            chosen(
                outcome(form.fields()),
                outcome ->
                    desks.cases().resolve(number, form.person(), outcome, text, form.delivery())));
      case Verbs.HAND_OVER, Verbs.SEVERITY, Verbs.MERGE -> moved(form, number);
      default -> new Reaction.Tell(new Notice.NotFound());
    };
  }

  private Reaction moved(Press form, CaseNumber number) {
    String choice = form.fields().text(Verbs.CHOICE_FIELD);
    Person person = form.person();
    return switch (form.verb()) {
      case Verbs.HAND_OVER ->
        taken(
            form,
            number,
            CaseForm.HAND_OVER,
            desks.cases().handOver(number, person, new TeamId(choice), form.delivery()));
      case Verbs.SEVERITY ->
        taken(
            form,
            number,
            CaseForm.SEVERITY,
            chosen(
                severity(choice),
                severity ->
                    desks.cases().changeSeverity(number, person, severity, form.delivery())));
      default ->
        taken(
            form,
            number,
            CaseForm.MERGE,
            chosen(
                CaseNumber.parse(choice),
                into -> desks.cases().merge(number, person, into, form.delivery())));
    };
  }

  private static <T> Optional<Notice> chosen(
      Optional<T> choice, Function<T, Optional<Notice>> act) {
    return choice.isEmpty() ? Optional.of(new Notice.NotFound()) : act.apply(choice.get());
  }

  /** A question's form has no outcome to choose: it is answered. */
  private static Optional<Outcome> outcome(Fields fields) {
    if (!fields.values().containsKey(Verbs.CHOICE_FIELD)) {
      return Optional.of(Outcome.ANSWERED);
    }
    String code = fields.text(Verbs.CHOICE_FIELD);
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.code().equals(code))
        .findFirst();
  }

  private static Optional<Severity> severity(String code) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.code().equals(code))
        .findFirst();
  }

  private Reaction taken(Press form, CaseNumber number, CaseForm which, Optional<Notice> said) {
    Reaction reaction = said.map(notice ->
            taken(form, notice, () -> desks.forms().open(which, number, form.person())))
        .orElseGet(() -> new Reaction.Done(number));
    // A dialog says which message opened it; that one may be a stray.
    form.card()
        .ifPresent(
            card -> desks.cases().pressedOn(number, form.person(), card.channel(), card.id()));
    return reaction;
  }

  private static Reaction taken(Press form, Notice said, Supplier<Opening> again) {
    if (said instanceof Notice.Unclear unclear) {
      return mend(form, said, unclear.problem(), field(form, unclear.problem()), again);
    }
    // What was typed must not be lost with the answer, unless there is danger and help comes first.
    if (said instanceof Notice.NotStored lost && lost.emergency().isEmpty()) {
      return mend(form, said, "not_stored", filled(form), again);
    }
    if (said instanceof Notice.Slower slower) {
      return mend(form, said, slower.what().sentence(), filled(form), again);
    }
    return new Reaction.Tell(said);
  }

  private static Reaction mend(
      Press form, Notice said, String sentence, String field, Supplier<Opening> again) {
    try {
      return again.get() instanceof Opening.Show show
          ? new Reaction.Ask(
              show.form(),
              form.op(),
              form.fields(),
              Optional.of(new Reaction.Fault(field, sentence)))
          : new Reaction.Tell(said);
    } catch (StoreException e) {
      return new Reaction.Tell(said); // The form itself can't be drawn without the store.
    }
  }

  /** A field that the form has, the one that was filled in if there are several. */
  private static String filled(Press form) {
    return switch (form.verb()) {
      case Verbs.HAND_OVER, Verbs.SEVERITY, Verbs.MERGE -> Verbs.CHOICE_FIELD;
      case Verbs.REVIEW_HOLDS -> Verbs.DAY_FIELD;
      case Verbs.REVIEW_CHANGE ->
        form.fields().values().keySet().stream().findFirst().orElse(Verbs.TEXT_FIELD);
      case Verbs.ENTRY -> Form.NewEntry.OWNER;
      case Verbs.ADD_EXAMPLE -> Form.AddExample.QUESTION;
      case Verbs.FILE ->
        form.fields().text(Verbs.TEXT_FIELD).isBlank() ? Verbs.LINK_FIELD : Verbs.TEXT_FIELD;
      default -> Verbs.TEXT_FIELD;
    };
  }

  private static String field(Press form, String problem) {
    if (problem.equals("unclear.day")) {
      return Verbs.DAY_FIELD;
    }
    boolean link = problem.startsWith("unclear.link") && form.verb().equals(Verbs.FILE);
    return Form.proposedField(problem).orElse(link ? Verbs.LINK_FIELD : Verbs.TEXT_FIELD);
  }
}
