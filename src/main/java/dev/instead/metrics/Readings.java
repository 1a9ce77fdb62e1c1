package dev.instead.metrics;

import dev.instead.notice.Notice;
import dev.instead.outbox.Queue;
import dev.instead.web.Scrapes;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The page of metrics: what was counted so far, and how things stand as it is asked for. What can't be known then is NaN, or left out. */
public final class Readings implements Scrapes.Page {
  private final PrometheusRegistry registry;
  private final Supplier<Now> look;
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Gauge ready = gauge("instead_ready", "1 when requests can be served.");
  private final Gauge waiting = gaugeByHurry(
      "instead_backlog_messages",
      "Messages that wait to be sent. Without hurry: receipts by direct message and homes, which repeat what was already said.");
  private final Gauge oldest = gaugeByHurry(
      "instead_backlog_oldest_seconds",
      "For how long the longest waiting message has been due. Without hurry: that may be long on purpose.");
  private final Gauge givenUp =
      gauge("instead_backlog_given_up_messages", "Messages that could not be delivered.");
  private final Gauge writes =
      gauge("instead_store_waiting_writes", "Writes that wait for their turn.");
  private final Info policy = Info.builder()
      .name("instead_policy_info")
      .help("The policy in force.")
      .labelNames("version")
      .build();
  private final Gauge policyAge =
      gauge("instead_policy_age_seconds", "Since when the policy in force is in force.");
  private final Gauge policyRefused = gauge(
      "instead_policy_refused",
      "1 when the policy file is broken and the last good one is in force.");
  private final Gauge reviews = Gauge.builder()
      .name("instead_reviews")
      .help(
          "Texts and links that an owner has to read again: due soon, overdue and not served, or of an embargo that is over.")
      .labelNames("state")
      .build();
  private final Gauge encoder = gauge(
      "instead_encoder_ready",
      "1 when questions are matched by meaning; left out where that is off.");
  private final Gauge secret = gauge(
      "instead_secret_expires_seconds",
      "How long the secret of Teams holds, from INSTEAD_TEAMS_SECRET_EXPIRES; left out without it.");
  private final Gauge diskFree =
      gauge("instead_disk_free_bytes", "Room on the disk of the database's file.");
  private final Gauge diskSize =
      gauge("instead_disk_size_bytes", "Size of the disk of the database's file.");

  private final Set<Gauge> shown = new HashSet<>();

  /** @param look is asked at each scrape, and must not fail */
  public Readings(PrometheusRegistry registry, Supplier<Now> look) {
    this.registry = registry;
    this.look = look;
    registry.register(ready);
    registry.register(waiting);
    registry.register(oldest);
    registry.register(givenUp);
    registry.register(writes);
    registry.register(policy);
    registry.register(policyAge);
    registry.register(policyRefused);
    registry.register(reviews);
    JvmMetrics.builder().register(registry);
  }

  @Override
  public String type() {
    return writer.getContentType();
  }

  @Override
  public synchronized byte[] text() throws IOException {
    read(look.get());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    writer.write(text, registry.scrape());
    return text.toByteArray();
  }

  private void read(Now now) {
    ready.set(now.ready() ? 1 : 0);
    givenUp.set(of(now.backlog(), Queue.Backlog::givenUp));
    read(now, "yes", Queue.Backlog::hurried);
    read(now, "no", Queue.Backlog::patient);
    writes.set(now.waitingWrites());
    policy.setLabelValues(now.policyVersion());
    policyAge.set(seconds(Duration.between(now.policySince(), now.at())));
    policyRefused.set(now.policyRefused() ? 1 : 0);
    for (Notice.Review.State state : Notice.Review.State.values()) {
      reviews
          .labelValues(state.name().toLowerCase(Locale.ROOT))
          .set(now.reviews().getOrDefault(state, 0));
    }
    now.encoderReady().ifPresent(warm -> show(encoder, warm ? 1 : 0));
    now.secretExpires().ifPresent(end -> show(secret, seconds(Duration.between(now.at(), end))));
    now.disk().ifPresent(disk -> {
      show(diskFree, (double) disk.free());
      show(diskSize, (double) disk.size());
    });
  }

  private void read(Now now, String hurry, Function<Queue.Backlog, Queue.Waiting> which) {
    waiting.labelValues(hurry).set(of(now.backlog(), all -> which.apply(all).messages()));
    oldest
        .labelValues(hurry)
        .set(of(
            now.backlog(),
            all -> which
                .apply(all)
                .oldest()
                .map(since -> seconds(Duration.between(since, now.at())))
                .orElse(0.0)));
  }

  /** A gauge shows 0 as soon as it is registered, which would be wrong of what there is not. */
  private void show(Gauge gauge, double value) {
    gauge.set(value);
    if (shown.add(gauge)) {
      registry.register(gauge);
    }
  }

  private static double of(Optional<Queue.Backlog> backlog, ToDoubleFunction<Queue.Backlog> value) {
    return backlog.isPresent() ? value.applyAsDouble(backlog.get()) : Double.NaN;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }

  private static Gauge gaugeByHurry(String name, String help) {
    return Gauge.builder().name(name).help(help).labelNames("hurry").build();
  }

  private static Gauge gauge(String name, String help) {
    return Gauge.builder().name(name).help(help).build();
  }
}
