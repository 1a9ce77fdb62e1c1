package dev.instead.teams;

import dev.instead.notice.Form;
import dev.instead.policy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Forms that end in a proposal for the policy file. */
final class PolicyDialogs {
  private final Reading in;
  private final Inputs inputs;
  private final String op;

  PolicyDialogs(Reading in, String op) {
    this.in = in;
    this.inputs = new Inputs(in);
    this.op = op;
  }

  Dialog newEntry(Form.NewEntry form) {
    Sheet sheet = new Sheet(in).say(in.say("form.entry.intro"));
    List<Locale> languages = new ArrayList<>(form.languages());
    languages.remove(form.first());
    languages.add(0, form.first());
    for (Locale language : languages.subList(0, Math.min(in.count(20), languages.size()))) {
      texts(form, language, language.equals(form.first()), sheet);
    }
    List<Inputs.Choice> verdicts =
        Arrays.stream(Verdict.values()).map(this::verdict).toList();
    sheet.add(inputs.required(
        inputs.menu(
            Form.NewEntry.VERDICT,
            "form.entry.verdict",
            "form.choose",
            verdicts,
            Optional.of(verdict(Verdict.ASK).value())),
        "form.required.choice"));
    sheet.add(inputs.words(
        Form.NewEntry.OWNER, in.say("form.entry.owner"), form.owner(), Form.NewEntry.LINE, false));
    sheet.add(inputs.words(
        Form.NewEntry.REVIEW_BY,
        in.say("form.entry.review_by"),
        form.reviewBy().toString(),
        Form.NewEntry.LINE,
        false));
    return dialog(sheet, "form.entry", Verbs.ENTRY, form.number().value());
  }

  private void texts(Form.NewEntry form, Locale language, boolean first, Sheet sheet) {
    String name = language.getDisplayLanguage(in.words().language());
    sheet.add(inputs.words(
        Form.NewEntry.field(Form.NewEntry.TOPIC, language),
        in.say("form.entry.topic", "language", name),
        first ? form.question() : "",
        Form.NewEntry.LINE,
        !first));
    sheet.add(inputs.words(
        Form.NewEntry.field(Form.NewEntry.QUESTION, language),
        in.say("form.entry.question", "language", name),
        first ? form.question() : "",
        Form.NewEntry.LONGEST_QUESTION,
        !first));
    sheet.add(inputs.words(
        Form.NewEntry.field(Form.NewEntry.TEXT, language),
        in.say("form.entry.text", "language", name),
        first ? form.text() : "",
        Form.NewEntry.LONGEST_TEXT,
        !first));
    sheet.add(inputs.words(
        Form.NewEntry.field(Form.NewEntry.WHY, language),
        in.say("form.entry.why", "language", name),
        "",
        Form.NewEntry.LONGEST_TEXT,
        !first));
  }

  Dialog addExample(Form.AddExample form) {
    Sheet sheet = new Sheet(in).say(in.say("form.example.intro"));
    sheet.add(inputs.words(
        Form.AddExample.QUESTION,
        in.say("form.example.question"),
        form.question(),
        Form.NewEntry.LONGEST_QUESTION,
        false));
    List<Inputs.Choice> entries = form.entries().stream()
        .limit(in.count(100))
        .map(entry ->
            new Inputs.Choice(in.plain(entry.topic(), Ink.LABEL), entry.rule().value()))
        .toList();
    if (!entries.isEmpty()) {
      sheet.add(inputs.required(
          inputs.menu(
              Form.AddExample.ENTRY,
              "form.example.entry",
              "form.choose",
              entries,
              form.nearest().map(Object::toString)),
          "form.required.choice"));
    }
    List<Inputs.Choice> languages = form.languages().stream()
        .map(language -> new Inputs.Choice(
            language.getDisplayLanguage(in.words().language()), language.toLanguageTag()))
        .toList();
    sheet.add(inputs.required(
        inputs.menu(
            Form.AddExample.LANGUAGE,
            "form.example.language",
            "form.choose",
            languages,
            Optional.of(form.language().toLanguageTag())),
        "form.required.choice"));
    return dialog(sheet, "form.example", Verbs.ADD_EXAMPLE, String.valueOf(form.seq()));
  }

  private Inputs.Choice verdict(Verdict verdict) {
    String word = verdict.name().toLowerCase(Locale.ROOT);
    return new Inputs.Choice(in.say("verdict." + word), word);
  }

  private Dialog dialog(Sheet sheet, String key, String verb, String value) {
    sheet.button(Buttons.primary(Buttons.send(verb, in.say("form.entry.submit"), value, op)));
    return sheet.dialog(in.say(key + ".title"));
  }
}
