package dev.instead.teams;

import dev.instead.notice.Form;
import dev.instead.policy.LocalText;
import dev.instead.policy.Reply;
import dev.instead.policy.Severity;
import dev.instead.policy.Situation;
import dev.instead.report.Case;
import dev.instead.report.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms that a team's card opens. */
final class CaseDialogs {
  /** Approved wording in one dialog, in bytes; the rest of the card fits beside it. */
  private static final int SHOWN_WORDING = TeamsCards.LARGEST - 2000;

  private final Reading in;
  private final Inputs inputs;
  private final PolicyParts parts;
  private final String op;

  CaseDialogs(Reading in, String op) {
    this.in = in;
    this.inputs = new Inputs(in);
    this.parts = new PolicyParts(in);
    this.op = op;
  }

  Dialog askReporter(Form.AskReporter form) {
    return writing(Verbs.ASK_REPORTER, "form.ask_reporter", form.about());
  }

  Dialog reply(Form.ReplyToReporter form) {
    return writing(Verbs.REPLY, "form.reply", form.about());
  }

  Dialog resolve(Form.Resolve form) {
    return form.about().kind() == Case.Kind.QUESTION ? answer(form) : outcome(form);
  }

  /** Who sees to a question answers it; there is no other end to choose. */
  private Dialog answer(Form.Resolve form) {
    Sheet sheet = new Sheet(in)
        .add(inputs.text("form.answer_asker.text", form.text(), false))
        .quiet(in.say("form.answer_asker.who_reads"));
    return dialog(sheet, "form.answer_asker", Verbs.RESOLVE, form.about(), "form.send");
  }

  private Dialog outcome(Form.Resolve form) {
    List<Inputs.Choice> outcomes = Arrays.stream(Outcome.values())
        .map(each -> new Inputs.Choice(in.say("outcome." + each.code()), each.code()))
        .toList();
    Sheet sheet = new Sheet(in)
        .add(inputs.choice(
            "form.resolve.outcome", outcomes, Optional.of(form.outcome().code())))
        .add(inputs.text("form.resolve.text", form.text(), true))
        .quiet(in.say("form.resolve.who_reads", "count", form.about().reports()));
    return dialog(sheet, "form.resolve", Verbs.RESOLVE, form.about(), "form.resolve.submit");
  }

  Dialog handOver(Form.HandOver form) {
    if (form.teams().isEmpty()) {
      return saying("form.hand_over", "form.hand_over.none");
    }
    List<Inputs.Choice> teams = form.teams().stream()
        .map(team ->
            new Inputs.Choice(in.plain(team.name(), Ink.LABEL), team.id().value()))
        .toList();
    Sheet sheet = new Sheet(in)
        .say(in.say("form.hand_over.intro", "number", form.about().number()))
        .add(inputs.choice("form.hand_over.team", teams, Optional.empty()));
    return dialog(sheet, "form.hand_over", Verbs.HAND_OVER, form.about(), "form.hand_over.submit");
  }

  Dialog severity(Form.ChangeSeverity form) {
    List<Inputs.Choice> severities = Arrays.stream(Severity.values())
        .map(each -> new Inputs.Choice(in.say("severity." + each.code()), each.code()))
        .toList();
    Optional<String> now = Optional.of(form.about().severity().code());
    Sheet sheet = new Sheet(in).add(inputs.choice("form.severity.severity", severities, now));
    return dialog(sheet, "form.severity", Verbs.SEVERITY, form.about(), "form.save");
  }

  Dialog merge(Form.Merge form) {
    if (form.others().isEmpty()) {
      return saying("form.merge", "form.merge.none");
    }
    List<Inputs.Choice> others = form.others().stream()
        .map(other -> new Inputs.Choice(
            other.number() + " · " + title(other, form.situations()),
            other.number().value()))
        .toList();
    Sheet sheet = new Sheet(in)
        .say(in.say("form.merge.intro", "number", form.about().number()))
        .add(inputs.choice("form.merge.into", others, Optional.empty()));
    return dialog(sheet, "form.merge", Verbs.MERGE, form.about(), "form.merge.submit");
  }

  /** The reporter's language first, because that is most likely the customer's. */
  Dialog useReply(Form.UseReply form) {
    Sheet sheet = new Sheet(in);
    sheet.say(in.say(form.replies().isEmpty() ? "form.use_reply.none" : "form.use_reply.intro"));
    int used = 0;
    for (Reply reply : form.replies()) {
      List<Map<String, Object>> pieces = pieces(reply, form.about());
      int size = Ink.size(pieces);
      // The first is shown in any case; if it alone is too long, the card is drawn again, smaller.
      if (used > 0 && used + size > SHOWN_WORDING) {
        break;
      }
      sheet.addAll(pieces);
      used += size;
    }
    return sheet.dialog(in.say("form.use_reply.title"));
  }

  private List<Map<String, Object>> pieces(Reply reply, Case about) {
    List<Map<String, Object>> pieces = new ArrayList<>();
    for (Locale language : languages(reply.text(), about.language())) {
      pieces.add(Ink.quiet(Markup.escape(language.getDisplayLanguage(in.words().language()))));
      pieces.add(parts.copyable(reply.text().in(language), Ink.TEXT));
    }
    String value = about.number().value() + " " + reply.id();
    pieces.add(Buttons.row(
        List.of(Buttons.send(Verbs.PICK_REPLY, in.say("button.pick_reply"), value, op))));
    return pieces;
  }

  private Dialog writing(String verb, String key, Case about) {
    String intro = in.say(key + ".intro", "number", about.number(), "count", about.reports());
    Sheet sheet = new Sheet(in).say(intro).add(inputs.text(key + ".text", "", false));
    return dialog(sheet, key, verb, about, "form.send");
  }

  private Dialog saying(String key, String sentence) {
    return new Sheet(in).say(in.say(sentence)).dialog(in.say(key + ".title"));
  }

  private Dialog dialog(Sheet sheet, String key, String verb, Case about, String submitKey) {
    String number = about.number().value();
    sheet.button(Buttons.primary(Buttons.send(verb, in.say(submitKey), number, op)));
    return sheet.dialog(in.say(key + ".title"));
  }

  private String title(Case other, Map<String, Situation> situations) {
    Situation situation = situations.get(other.number().value());
    return other.kind() == Case.Kind.QUESTION || situation == null
        ? in.say("card.question")
        : in.plain(situation.title(), Ink.LABEL);
  }

  private static List<Locale> languages(LocalText text, Locale first) {
    Set<Locale> languages = new LinkedHashSet<>();
    Locale plain = Locale.forLanguageTag(first.getLanguage());
    if (text.isIn(plain)) {
      languages.add(plain);
    }
    languages.add(text.original());
    text.byLanguage().keySet().stream()
        .sorted((a, b) -> a.toLanguageTag().compareTo(b.toLanguageTag()))
        .forEach(languages::add);
    return List.copyOf(languages);
  }
}
