package dev.instead.metrics;

import dev.instead.notice.Notice;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.Due;
import dev.instead.people.Platform;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends as another gateway does, and counts and times what becomes of it. */
final class MeasuredGateway implements ChatGateway {
  private final ChatGateway gateway;
  private final Histogram times;
  private final Counter deliveries;

  MeasuredGateway(ChatGateway gateway, Histogram times, Counter deliveries) {
    this.gateway = gateway;
    this.times = times;
    this.deliveries = deliveries;
  }

  @Override
  public Platform platform() {
    return gateway.platform();
  }

  @Override
  public Sent post(Due due, Notice notice, Locale language) {
    return counted(due, timed("post", () -> gateway.post(due, notice, language), code()));
  }

  @Override
  public Sent edit(Due due, Notice notice, Locale language) {
    return counted(due, timed("edit", () -> gateway.edit(due, notice, language), code()));
  }

  @Override
  public boolean looks(Due due) {
    return gateway.looks(due);
  }

  @Override
  public Looked find(Due due) {
    return timed("look", () -> gateway.find(due), MeasuredGateway::code);
  }

  private Sent counted(Due due, Sent sent) {
    deliveries.labelValues(platform().code(), due.kind().code(), code(sent)).inc();
    return sent;
  }

  private <T> T timed(String step, Supplier<T> call, Function<T, String> code) {
    long began = System.nanoTime();
    // A gateway throws only for a defect.
    String outcome = "defect";
    try {
      T ended = call.get();
      outcome = code.apply(ended);
      return ended;
    } finally {
      times
          .labelValues(platform().code(), step, outcome)
          .observe((System.nanoTime() - began) / 1e9);
    }
  }

  private static Function<Sent, String> code() {
    return MeasuredGateway::code;
  }

  private static String code(Sent sent) {
    if (sent instanceof Sent.Delivered) return "delivered";
    if (sent instanceof Sent.Wait) return "wait";
    if (sent instanceof Sent.Unreachable) return "unreachable";
    if (sent instanceof Sent.Gone) return "gone";
    if (sent instanceof Sent.Refused) return "refused";
    if (sent instanceof Sent.Barred) return "barred";
    if (sent instanceof Sent.Unknown) return "unknown";
    if (sent instanceof Sent.Failed) return "failed";
    throw new AssertionError("No word for " + sent.getClass().getSimpleName());
  }

  private static String code(Looked looked) {
    if (looked instanceof Looked.There) return "there";
    if (looked instanceof Looked.NotThere) return "not_there";
    if (looked instanceof Looked.CannotLook) return "cannot_look";
    if (looked instanceof Looked.NotNow) return "wait";
    throw new AssertionError("No word for " + looked.getClass().getSimpleName());
  }
}
