package dev.instead.notice;

import dev.instead.policy.Severity;
import dev.instead.report.Case;
import java.util.Optional;

/** What a receipt begins and ends with, the same on all platforms. */
public final class ReceiptWords {
  private static final int GREETING = 40;

  private final Voice in;

  public ReceiptWords(Voice in) {
    this.in = in;
  }

  /** "Thanks, Dewi – Social Care has it (S-7KQ2)." */
  public String thanks(Notice.Receipt receipt) {
    String number = receipt.about().number().value();
    // ", Dewi", or nothing where the name isn't known.
    String greeting = in.escaped(receipt.greeting(), GREETING);
    String name = greeting.isBlank() ? "" : ", " + greeting;
    String team = in.inSentence(receipt.team().name());
    if (receipt.about().kind() == Case.Kind.QUESTION) {
      return in.say("receipt.question", "name", name, "team", team, "number", number);
    }
    if (!receipt.joined()) {
      return in.say("receipt.thanks", "name", name, "team", team, "number", number);
    }
    int others = Math.max(1, receipt.about().reports() - 1);
    return receipt
        .about()
        .owner()
        .map(owner -> in.say(
            "receipt.joined_claimed",
            "name",
            name,
            "count",
            others,
            "who",
            in.who(owner, receipt.names()),
            "number",
            number))
        .orElseGet(() -> in.say(
            "receipt.joined", "name", name, "count", others, "team", team, "number", number));
  }

  /** What happens next; empty where the thanks have said it. */
  public Optional<String> next(Notice.Receipt receipt) {
    Case about = receipt.about();
    String team = in.inSentence(receipt.team().name());
    if (!about.isOpen()) {
      return Optional.of(in.say("receipt.closed", "team", team));
    }
    if (about.owner().isPresent()) {
      String who = in.who(about.owner().get(), receipt.names());
      // Who joins a case that somebody has was told so in the first sentence.
      return receipt.joined()
          ? Optional.empty()
          : Optional.of(in.say("receipt.claimed", "who", who, "team", team));
    }
    // Urgent cases run round the clock.
    if (receipt.opens().isPresent() && about.severity() != Severity.URGENT) {
      return Optional.of(in.say(
          "receipt.out_of_hours", "team", team, "when", in.when(receipt.opens().get())));
    }
    return Optional.of(receipt
        .situation()
        .claimWithin()
        .filter(within -> about.kind() == Case.Kind.REPORT)
        .map(within -> in.say("receipt.soon", "span", in.span(within)))
        .orElseGet(() -> in.say("receipt.later")));
  }
}
