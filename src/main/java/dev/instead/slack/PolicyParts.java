package dev.instead.slack;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import dev.instead.policy.Contact;
import dev.instead.policy.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What several cards show of a policy: links to hand out, and whom to call. */
final class PolicyParts {
  private static final int SHOWN_RESOURCES = 10;
  private static final int LINK_BUTTONS = 3;
  private static final int SHOWN_CONTACTS = 10;
  private static final int SPOKEN_CONTACTS = 5;

  private final Reading in;

  PolicyParts(Reading in) {
    this.in = in;
  }

  /** {@code label → url}, one a line. */
  RichTextListElement resources(List<Resource> resources) {
    return Ink.bullets(resources.stream()
        .limit(SHOWN_RESOURCES)
        .map(resource -> Ink.line(
            Ink.text(in.plain(resource.label(), 150) + " → "),
            Ink.address(resource.url().toString())))
        .toList());
  }

  String resourcesText(List<Resource> resources) {
    return resources.stream()
        .limit(LINK_BUTTONS)
        .map(resource -> in.inSentence(resource.label()) + ": "
            + SafeText.mrkdwn(resource.url().toString(), 300))
        .collect(Collectors.joining("; "));
  }

  List<ButtonElement> linkButtons(List<Resource> resources) {
    List<ButtonElement> buttons = new ArrayList<>();
    for (Resource resource : resources) {
      String url = resource.url().toString();
      if (buttons.size() < LINK_BUTTONS && url.length() <= Ink.URL) {
        buttons.add(Ink.linkButton(in.plain(resource.label(), Ink.LABEL), url, buttons.size()));
      }
    }
    return buttons;
  }

  /** Whom to call first; needs nothing but what is in memory. */
  RichTextBlock emergency(List<Contact> contacts) {
    List<BlockElement> parts = new ArrayList<>();
    parts.add(Ink.line(Ink.bold(in.say("emergency"))));
    parts.add(
        Ink.bullets(contacts.stream().limit(SHOWN_CONTACTS).map(this::contact).toList()));
    return Ink.rich(parts);
  }

  String emergencyText(List<Contact> contacts) {
    String each = contacts.stream()
        .limit(SPOKEN_CONTACTS)
        .map(contact -> in.inSentence(contact.label())
            + contact.phone().map(phone -> ": " + SafeText.mrkdwn(phone, 40)).orElse(""))
        .collect(Collectors.joining("; "));
    return in.say("emergency") + " " + each + ".";
  }

  RichTextSectionElement contact(Contact contact) {
    List<RichTextElement> line = new ArrayList<>();
    line.add(Ink.text(in.plain(contact.label(), 150)));
    contact.phone().ifPresent(phone -> {
      line.add(Ink.text(" → "));
      line.add(Ink.bold(SafeText.plain(phone, 40)));
    });
    contact.url().ifPresent(url -> {
      line.add(Ink.text(" → "));
      line.add(Ink.address(url.toString()));
    });
    return RichTextSectionElement.builder().elements(line).build();
  }

  ButtonElement withdraw(String reportId) {
    return Ink.asking(
        Ink.button(Actions.WITHDRAW, in.say("button.withdraw"), reportId),
        in.say("confirm.withdraw.title"),
        in.say("confirm.withdraw.text"),
        in.say("button.withdraw"),
        in.say("button.back"));
  }
}
