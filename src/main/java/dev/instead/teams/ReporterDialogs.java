package dev.instead.teams;

import dev.instead.notice.Form;
import dev.instead.policy.Contact;
import dev.instead.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody fills in who reports or asks. */
final class ReporterDialogs {
  private static final String CONTACTS = "contacts";

  private final Reading in;
  private final Inputs inputs;
  private final PolicyParts parts;
  private final String op;

  ReporterDialogs(Reading in, String op) {
    this.in = in;
    this.inputs = new Inputs(in);
    this.parts = new PolicyParts(in);
    this.op = op;
  }

  Dialog fileReport(Form.FileReport form) {
    Sheet sheet = new Sheet(in);
    parts.emergency(form.emergency(), sheet);
    if (form.emergency().isEmpty() && !form.contacts().isEmpty()) {
      withinReach(form.contacts(), sheet);
    }
    sheet.say(in.say("form.file.intro"));
    sheet.add(inputs.link("form.file.link", "form.file.link.example", form.link()));
    if (!form.offered().isEmpty()) {
      sheet.add(inputs.menu(
          Verbs.SITUATION_FIELD,
          "form.file.situation",
          "form.file.situation.choose",
          form.offered().stream()
              .map(situation -> new Inputs.Choice(
                  in.plain(situation.title(), Ink.LABEL), situation.id().value()))
              .toList(),
          form.chosen().map(Object::toString)));
    }
    sheet.add(inputs.text("form.file.text", form.text(), true));
    sheet.quiet(in.say("form.file.who_sees"));
    return dialog(sheet, "form.file", Verbs.FILE, "", "form.send");
  }

  /** Teams doesn't tell what is chosen before the form is sent; so whom to call is one press away from the beginning. */
  private void withinReach(List<Contact> contacts, Sheet sheet) {
    sheet.add(Buttons.row(List.of(Ink.piece(
        "type",
        "Action.ToggleVisibility",
        "title",
        in.say("form.file.danger"),
        "targetElements",
        List.of(CONTACTS)))));
    Map<String, Object> box = Ink.with(parts.emergency(contacts), "id", CONTACTS);
    sheet.add(Ink.with(box, "isVisible", false));
  }

  Dialog addDetails(Form.AddDetails form) {
    String number = form.number().map(Object::toString).orElseGet(() -> in.say("your_report"));
    Sheet sheet = new Sheet(in)
        .say(in.say("form.details.intro", "number", number))
        .add(inputs.text("form.details.text", "", false));
    return dialog(sheet, "form.details", Verbs.ADD_DETAILS, form.report().value(), "form.send");
  }

  Dialog answerTeam(Form.AnswerTeam form) {
    Sheet sheet = new Sheet(in)
        .say(in.say("form.answer.intro", "number", form.number()))
        .quote(form.note().text(), Report.MAX_TEXT)
        .add(inputs.text("form.answer.text", "", false));
    String ids = form.note().id() + " " + form.report();
    return dialog(sheet, "form.answer", Verbs.ANSWER_TEAM, ids, "form.send");
  }

  Dialog askPolicy(Form.AskPolicy form) {
    Sheet sheet = new Sheet(in)
        .say(in.say("form.ask.intro"))
        .add(inputs.text("form.ask.text", form.text(), false))
        .add(inputs.choice(
            "form.ask.kind",
            List.of(
                new Inputs.Choice(in.say("form.ask.question"), Verbs.QUESTION),
                new Inputs.Choice(in.say("form.ask.draft"), Verbs.DRAFT)),
            Optional.of(Verbs.QUESTION)))
        .quiet(in.say("form.ask.drafts"));
    send(sheet, Verbs.ASK_POLICY, "", "form.ask.submit");
    return sheet.buttons(BrowseDialogs.waysInside(in)).dialog(in.say("form.ask.title"));
  }

  private Dialog dialog(Sheet sheet, String key, String verb, String value, String submitKey) {
    send(sheet, verb, value, submitKey);
    return sheet.dialog(in.say(key + ".title"));
  }

  private void send(Sheet sheet, String verb, String value, String submitKey) {
    sheet.button(Buttons.primary(Buttons.send(verb, in.say(submitKey), value, op)));
  }
}
