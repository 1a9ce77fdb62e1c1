package dev.instead.teams;

import dev.instead.policy.Contact;
import dev.instead.policy.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What several cards show of a policy: links to hand out, and whom to call. */
final class PolicyParts {
  private static final int SHOWN_RESOURCES = 10;
  private static final int LINK_BUTTONS = 3;
  private static final int SHOWN_CONTACTS = 10;
  private static final int NAMED = 150;
  private static final int PHONE = 40;

  private final Reading in;

  PolicyParts(Reading in) {
    this.in = in;
  }

  /** {@code label → url}, one a line. */
  void resources(List<Resource> resources, Sheet sheet) {
    for (Resource resource :
        resources.subList(0, Math.min(in.count(SHOWN_RESOURCES), resources.size()))) {
      String label = in.plain(resource.label(), NAMED);
      String url = resource.url().toString();
      sheet
          .add(Ink.bullet(List.of(Ink.run(label + " → "), Ink.address(url, in))))
          .speak(label + ": " + url + ";");
    }
  }

  List<Map<String, Object>> linkButtons(List<Resource> resources) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    for (Resource resource : resources) {
      String url = resource.url().toString();
      if (buttons.size() < LINK_BUTTONS && url.length() <= in.room(Ink.URL)) {
        buttons.add(Buttons.lead(in.plain(resource.label(), Ink.LABEL), url));
      }
    }
    return buttons;
  }

  /** Whom to call first; needs nothing but what is in memory. */
  Map<String, Object> emergency(List<Contact> contacts) {
    List<Map<String, Object>> lines = new ArrayList<>();
    lines.add(Ink.with(Ink.say(in.say("emergency")), "weight", "Bolder"));
    contacts.stream()
        .limit(in.count(SHOWN_CONTACTS))
        .forEach(contact -> lines.add(Ink.bullet(contact(contact))));
    return Ink.box("attention", lines);
  }

  /** First of all, where there is anybody to call. */
  void emergency(List<Contact> contacts, Sheet sheet) {
    if (!contacts.isEmpty()) {
      sheet.add(emergency(contacts)).speak(emergencyText(contacts));
    }
  }

  private String emergencyText(List<Contact> contacts) {
    String each = contacts.stream()
        .limit(SHOWN_CONTACTS)
        .map(this::labelled)
        .collect(Collectors.joining("; "));
    return in.say("emergency") + " " + each + ".";
  }

  List<Map<String, Object>> contact(Contact contact) {
    List<Map<String, Object>> line = new ArrayList<>();
    line.add(Ink.run(in.plain(contact.label(), NAMED)));
    contact.phone().ifPresent(phone -> {
      line.add(Ink.run(" → "));
      line.add(Ink.bold(in.words(phone, PHONE)));
    });
    contact.url().ifPresent(url -> {
      line.add(Ink.run(" → "));
      line.add(Ink.address(url.toString(), in));
    });
    return line;
  }

  /** The same in words, for where nothing can be pressed. */
  String contactText(Contact contact) {
    return labelled(contact) + contact.url().map(url -> " → " + url).orElse("");
  }

  private String labelled(Contact contact) {
    return in.plain(contact.label(), NAMED)
        + contact.phone().map(phone -> ": " + in.words(phone, PHONE)).orElse("");
  }

  /** Wording to copy, exactly as approved. */
  Map<String, Object> copyable(String words, int max) {
    return Ink.quote(in.words(words, max));
  }

  Map<String, Object> withdraw(String reportId) {
    return Buttons.asking(
        Buttons.act(Verbs.WITHDRAW, in.say("button.withdraw"), reportId),
        in.say("confirm.withdraw.text"));
  }

  List<Map<String, Object>> reportAndAsk(String known) {
    return List.of(
        Buttons.primary(Buttons.open(Verbs.OPEN_REPORT, in.say("button.report"), known)),
        Buttons.open(Verbs.OPEN_ASK, in.say("button.ask"), ""));
  }
}
