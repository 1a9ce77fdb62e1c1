package dev.instead.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends reports, at a rate or as fast as they are answered. */
final class Load {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Reports reports;

  Load(Reports reports) {
    this.reports = reports;
  }

  /** {@code count} reports at an even rate; latencies in milliseconds, counted from when each was to be sent. */
  double[] paced(int count, int perSecond) throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    List<CompletableFuture<Double>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = begun + i * Duration.ofSeconds(1).toNanos() / perSecond;
      while (System.nanoTime() < at) {
        LockSupport.parkNanos(at - System.nanoTime());
      }
      answers.add(
          http.sendAsync(reports.next(), HttpResponse.BodyHandlers.ofString()).thenApply(answer -> {
            well(answer);
            return (System.nanoTime() - at) / 1e6;
          }));
    }
    double[] millis = new double[count];
    for (int i = 0; i < count; i++) {
      millis[i] = answers.get(i).get();
    }
    Arrays.sort(millis);
    return millis;
  }

  /** {@code count} reports over {@code lines} connections, the next as soon as one is answered; the rate a second. */
  double unpaced(int count, int lines) throws InterruptedException, ExecutionException {
    AtomicInteger left = new AtomicInteger(count);
    ExecutorService senders = Executors.newFixedThreadPool(lines);
    long begun = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      running.add(senders.submit(() -> {
        while (left.getAndDecrement() > 0) {
          well(http.send(reports.next(), HttpResponse.BodyHandlers.ofString()));
        }
        return null;
      }));
    }
    for (Future<?> sender : running) {
      sender.get();
    }
    senders.shutdown();
    return count / ((System.nanoTime() - begun) / 1e9);
  }

  /** {@code count} reports, the next when one is answered; latencies in milliseconds. */
  double[] alone(int count) throws IOException, InterruptedException {
    double[] millis = new double[count];
    for (int i = 0; i < count; i++) {
      long begun = System.nanoTime();
      well(http.send(reports.next(), HttpResponse.BodyHandlers.ofString()));
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  /** One request, answered when this returns; how long that took, in milliseconds. */
  double send(HttpRequest request) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    double millis = (System.nanoTime() - begun) / 1e6;
    succeeded(answer);
    return millis;
  }

  private void well(HttpResponse<String> answer) {
    succeeded(answer);
    if (!reports.isWell(answer.body())) {
      throw new IllegalStateException("Answered: " + answer.body());
    }
  }

  private static void succeeded(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("Answered " + answer.statusCode() + ": " + answer.body());
    }
  }
}
