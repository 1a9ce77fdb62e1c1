package dev.instead.outbox;

import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.notice.Wanted;
import dev.instead.people.Person;
import dev.instead.report.CaseNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What operators and the policy owner are told, as it waits in the queue: lines of text without anybody's words. */
public final class Alert {
  private static final int SHOWN_PROBLEMS = 20;

  private Alert() {}

  /** The policy file can't be read; {@code content} identifies the broken text, so that it is said once. */
  public static Wanted policyBroken(
      Person owner, String content, List<String> problems, String inForce) {
    String lines = String.join(
        "\n",
        Stream.concat(Stream.of(inForce), problems.stream().limit(SHOWN_PROBLEMS))
            .toList());
    return wanted(MessageKind.POLICY_NEWS, owner, "broken/" + content, lines);
  }

  /** The policy file is in order again. */
  public static Wanted policyMended(Person owner, String content, String inForce) {
    return wanted(MessageKind.POLICY_NEWS, owner, "mended/" + content, inForce);
  }

  static Wanted undelivered(Person administrator, Due due, String reason, String remedy) {
    String number = due.number().map(CaseNumber::value).orElse("");
    return wanted(
        MessageKind.UNDELIVERED,
        administrator,
        due.id().value(),
        String.join("\n", number, due.kind().code(), reason, remedy));
  }

  static Notice parse(MessageKind kind, String detail) {
    String[] lines = detail.split("\n", -1);
    if (kind == MessageKind.UNDELIVERED) {
      return new Notice.Undelivered(
          Optional.of(lines[0]).flatMap(CaseNumber::parse), lines[1], lines[2], lines[3]);
    }
    return lines.length == 1
        ? new Notice.PolicyMended(lines[0])
        : new Notice.PolicyBroken(List.of(lines).subList(1, lines.length), lines[0]);
  }

  private static Wanted wanted(MessageKind kind, Person to, String subject, String detail) {
    return Wanted.alert(kind, new Recipient.InPrivate(to), to.id() + "/" + subject, detail);
  }
}
