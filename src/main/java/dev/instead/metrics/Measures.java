package dev.instead.metrics;

import dev.instead.calls.CallWatch;
import dev.instead.desk.AnswerLog;
import dev.instead.notice.Notice;
import dev.instead.outbox.ChatGateway;
import dev.instead.people.Platform;
import dev.instead.store.WriteWatch;
import dev.instead.web.Traffic;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;

/**
 * What is counted and timed while the bot works. The rest of the program tells it through ports of its own packages; what is true at one
 * moment is read when it is asked for ({@link Readings}). Every label is one of a few words that the program itself wrote.
 */
public final class Measures {
  /** Around the 3 seconds that Slack waits, and the 5 of Teams' forms. */
  private static final double[] REQUESTS = {.005, .01, .025, .05, .1, .25, .5, 1, 2, 3, 5, 10};

  private static final double[] CALLS = {.025, .05, .1, .25, .5, 1, 2.5, 5, 10, 25};
  private static final double[] WRITES = {.0005, .001, .0025, .005, .01, .025, .05, .1, .5, 2, 12};

  private final PrometheusRegistry registry;
  private final Histogram requests;
  private final Histogram calls;
  private final Histogram writes;
  private final Histogram sends;
  private final Counter deliveries;
  private final Counter events;
  private final Counter questions;
  private final Counter limited;

  public Measures(PrometheusRegistry registry) {
    this.registry = registry;
    requests = histogram(
        "instead_request_seconds",
        "How long requests took until they were answered, by path and status.",
        REQUESTS,
        "path",
        "status");
    calls = histogram(
        "instead_platform_call_seconds",
        "How long calls to Slack and Teams took, by method and status; status 0 is no answer.",
        CALLS,
        "platform",
        "method",
        "status");
    writes = histogram(
        "instead_store_write_seconds",
        "How long writes to the store took, the waiting for their turn included; failed ones stored nothing.",
        WRITES,
        "outcome");
    sends = histogram(
        "instead_delivery_seconds",
        "How long the courier took to post, edit or look for a message, by how that ended.",
        CALLS,
        "platform",
        "step",
        "outcome");
    deliveries = counter(
        "instead_deliveries_total",
        "Messages that the courier tried to bring to a platform, by kind and by how that ended.",
        "platform",
        "kind",
        "outcome");
    events = counter(
        "instead_case_events_total", "What happened to cases: opened, joined, claimed.", "event");
    questions = counter(
        "instead_questions_total",
        "Questions asked, by what was shown and by how it was found.",
        "outcome",
        "method");
    limited = counter(
        "instead_limited_total",
        "Reports and questions that were not taken, because one person sent very many at once.",
        "what");
    for (Notice.Slower.Often what : Notice.Slower.Often.values()) {
      limited.initLabelValues(what.code());
    }
    for (WriteWatch.End end : WriteWatch.End.values()) {
      writes.initLabelValues(end.code());
    }
  }

  /** For the web server. */
  public Traffic traffic() {
    return (path, status, took) -> requests
        .labelValues(path.isEmpty() ? "other" : path, number(status))
        .observe(seconds(took));
  }

  /** For the calls to one platform. */
  public CallWatch calls(Platform platform) {
    return (method, status, took) ->
        calls.labelValues(platform.code(), method, number(status)).observe(seconds(took));
  }

  /** For the store. */
  public WriteWatch writes() {
    return (end, took) -> writes.labelValues(end.code()).observe(seconds(took));
  }

  /** Something happened to a case; {@code code} is the event's, as it is stored. */
  public void happened(String code) {
    events.labelValues(code).inc();
  }

  /** Somebody was asked to slow down; who is not counted. */
  public void limited(Notice.Slower.Often what) {
    limited.labelValues(what.code()).inc();
  }

  /** The same gateways, measured. */
  public List<ChatGateway> measured(List<ChatGateway> gateways) {
    return gateways.stream()
        .<ChatGateway>map(gateway -> new MeasuredGateway(gateway, sends, deliveries))
        .toList();
  }

  /** The same log, measured. */
  public AnswerLog measured(AnswerLog log) {
    return shown -> {
      questions
          .labelValues(shown.outcome().code(), shown.grounds().method().code())
          .inc();
      log.keep(shown);
    };
  }

  private static double seconds(Duration took) {
    return took.toNanos() / 1e9;
  }

  /** Anything else would be a mistake of ours, or of a server that says what it likes. */
  private static String number(int status) {
    return status == CallWatch.UNANSWERED || (status >= 100 && status < 600)
        ? Integer.toString(status)
        : "odd";
  }

  private Histogram histogram(String name, String help, double[] bounds, String... labels) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .classicOnly()
        .classicUpperBounds(bounds)
        .withoutExemplars()
        .register(registry);
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }
}
