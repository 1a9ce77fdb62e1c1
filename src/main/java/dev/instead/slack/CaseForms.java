package dev.instead.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.instead.notice.Form;
import dev.instead.people.Person;
import dev.instead.policy.LocalText;
import dev.instead.policy.Reply;
import dev.instead.policy.Severity;
import dev.instead.policy.Situation;
import dev.instead.report.Case;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms that a team's card opens. */
final class CaseForms {
  /** Ten reports of 3,000 characters keep the view far below Slack's 250 KB. */
  private static final int SHOWN_REPORTS = 10;

  /** Approved wording in one view, in UTF-16 units: at six bytes each, as JSON may write them, below 250 KB. */
  private static final int SHOWN_WORDING = 40_000;

  private final Reading in;
  private final SlackForms forms;

  CaseForms(Reading in, SlackForms forms) {
    this.in = in;
    this.forms = forms;
  }

  View askReporter(Form.AskReporter form) {
    return writing(Actions.ASK_REPORTER, "form.ask_reporter", form.about());
  }

  View reply(Form.ReplyToReporter form) {
    return writing(Actions.REPLY, "form.reply", form.about());
  }

  View resolve(Form.Resolve form) {
    return form.about().kind() == Case.Kind.QUESTION ? answer(form) : outcome(form);
  }

  /** Who sees to a question answers it; there is no other end to choose. */
  private View answer(Form.Resolve form) {
    return forms.window(
        Actions.RESOLVE,
        "form.answer_asker",
        form.about().number().value(),
        List.of(
            forms.text("form.answer_asker.text", form.text(), false),
            Ink.quiet(in.say("form.answer_asker.who_reads"))),
        Optional.of("form.send"));
  }

  private View outcome(Form.Resolve form) {
    List<OptionObject> outcomes =
        Arrays.stream(Outcome.values()).map(this::outcome).toList();
    return forms.window(
        Actions.RESOLVE,
        "form.resolve",
        form.about().number().value(),
        List.of(
            forms.choice("form.resolve.outcome", outcomes, Optional.of(outcome(form.outcome()))),
            forms.text("form.resolve.text", form.text(), true),
            Ink.quiet(in.say("form.resolve.who_reads", "count", form.about().reports()))),
        Optional.of("form.resolve.submit"));
  }

  View handOver(Form.HandOver form) {
    if (form.teams().isEmpty()) {
      return saying(Actions.HAND_OVER, "form.hand_over", form.about(), "form.hand_over.none");
    }
    List<OptionObject> teams = form.teams().stream()
        .map(team -> Ink.option(in.plain(team.name(), Ink.LABEL), team.id().value()))
        .toList();
    return forms.window(
        Actions.HAND_OVER,
        "form.hand_over",
        form.about().number().value(),
        List.of(
            Ink.say(in.say("form.hand_over.intro", "number", form.about().number())),
            forms.choice("form.hand_over.team", teams, Optional.empty())),
        Optional.of("form.hand_over.submit"));
  }

  View severity(Form.ChangeSeverity form) {
    List<OptionObject> severities =
        Arrays.stream(Severity.values()).map(this::severity).toList();
    return forms.window(
        Actions.SEVERITY,
        "form.severity",
        form.about().number().value(),
        List.of(forms.choice(
            "form.severity.severity",
            severities,
            Optional.of(severity(form.about().severity())))),
        Optional.of("form.save"));
  }

  View merge(Form.Merge form) {
    if (form.others().isEmpty()) {
      return saying(Actions.MERGE, "form.merge", form.about(), "form.merge.none");
    }
    List<OptionObject> others = form.others().stream()
        .map(other -> Ink.option(
            other.number() + " · " + title(other, form.situations()),
            other.number().value()))
        .toList();
    return forms.window(
        Actions.MERGE,
        "form.merge",
        form.about().number().value(),
        List.of(
            Ink.say(in.say("form.merge.intro", "number", form.about().number())),
            forms.choice("form.merge.into", others, Optional.empty())),
        Optional.of("form.merge.submit"));
  }

  /** The reporter's language first, because that is most likely the customer's. */
  View useReply(Form.UseReply form) {
    String number = form.about().number().value();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Ink.say(in.say(form.replies().isEmpty() ? "form.use_reply.none" : "form.use_reply.intro")));
    int left = SHOWN_WORDING;
    for (Reply reply : form.replies()) {
      List<Locale> languages = languages(reply.text(), form.about().language());
      left -= languages.stream()
          .mapToInt(language -> reply.text().in(language).length())
          .sum();
      if (left < 0 || blocks.size() + languages.size() * 2 + 1 > SlackForms.BLOCKS) {
        break;
      }
      for (Locale language : languages) {
        blocks.add(Ink.quiet(language.getDisplayLanguage(in.words().language())));
        blocks.add(Ink.rich(Ink.copyable(reply.text().in(language), Ink.SECTION)));
      }
      blocks.add(Ink.actions(List.of(
          Ink.button(Actions.PICK_REPLY, in.say("button.pick_reply"), number + " " + reply.id()))));
    }
    return forms.window(Actions.USE_REPLY, "form.use_reply", number, blocks, Optional.empty());
  }

  View timeline(Form.Timeline form) {
    return forms.window(
        Actions.TIMELINE,
        "form.timeline",
        form.about().number().value(),
        new TimelinePage(in).of(form),
        Optional.empty());
  }

  View reports(Form.Reports form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (Report report : form.reports().stream().limit(SHOWN_REPORTS).toList()) {
      blocks.add(Ink.say(in.say(
          "form.reports.from",
          "who",
          in.who(report.reporter(), names(report, form.names())),
          "when",
          in.when(report.at()))));
      blocks.add(
          report.text().isBlank()
              ? Ink.quiet(in.say("form.reports.no_words"))
              : Ink.rich(Ink.quote(report.text(), Report.MAX_TEXT)));
    }
    if (form.reports().isEmpty()) {
      blocks.add(Ink.say(in.say("form.reports.none")));
    }
    if (form.about().reports() > SHOWN_REPORTS) {
      blocks.add(
          Ink.quiet(in.say("form.reports.more", "count", form.about().reports() - SHOWN_REPORTS)));
    }
    return forms.window(
        Actions.REPORTS, "form.reports", form.about().number().value(), blocks, Optional.empty());
  }

  private View writing(String callback, String key, Case about) {
    return forms.window(
        callback,
        key,
        about.number().value(),
        List.of(
            Ink.say(in.say(key + ".intro", "number", about.number(), "count", about.reports())),
            forms.text(key + ".text", "", false)),
        Optional.of("form.send"));
  }

  private View saying(String callback, String key, Case about, String sentence) {
    return forms.window(
        callback,
        key,
        about.number().value(),
        List.of(Ink.say(in.say(sentence))),
        Optional.empty());
  }

  private OptionObject outcome(Outcome outcome) {
    return Ink.option(in.say("outcome." + outcome.code()), outcome.code());
  }

  private OptionObject severity(Severity severity) {
    return Ink.option(in.say("severity." + severity.code()), severity.code());
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

  private static Map<Person, String> names(Report report, Map<Person, String> names) {
    return names.containsKey(report.reporter())
        ? names
        : Map.of(report.reporter(), report.reporterName());
  }
}
