package dev.instead.burst;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Sends a wave at its pace, however slowly it is answered, and questions of others beside it. */
final class Rush {
  private static final int QUESTIONS_A_SECOND = 5;

  private static final List<String> QUESTIONS = List.of(
      "may I post about the new store",
      "can I share a photo of my workplace",
      "may I answer a customer on facebook",
      "may I write about my salary");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Commands commands;
  private final Wave wave;
  private final Semaphore waiting;

  /** What came back, and how long after it should have been sent, in milliseconds. */
  record Answered(int status, String body, double millis) {}

  /** The answers, in the order of {@link Wave#reports} and of the questions. */
  record Answers(List<Answered> reports, List<Answered> questions) {
    Latencies ofReports() {
      return new Latencies(reports.stream().map(Answered::millis).toList());
    }

    Latencies ofQuestions() {
      return new Latencies(questions.stream().map(Answered::millis).toList());
    }
  }

  Rush(Wave wave, List<URI> bots) {
    this.wave = wave;
    this.waiting = new Semaphore(wave.atOnce());
    this.commands = new Commands(bots);
  }

  /** The first requests of a process load its classes. */
  void warmUp(int questions) throws Exception {
    for (Answered answered :
        all(paced(questions, Duration.ofMillis(20L * questions), this::question))) {
      if (answered.status() != 200) {
        throw new IllegalStateException("A question was answered with " + answered);
      }
    }
  }

  Answers go() throws Exception {
    List<Wave.One> reports = wave.reports();
    int questions = (int) Math.max(1, wave.within().toSeconds() * QUESTIONS_A_SECOND);
    CompletableFuture<List<CompletableFuture<Answered>>> asked =
        CompletableFuture.supplyAsync(() -> paced(questions, wave.within(), this::question));
    List<CompletableFuture<Answered>> reported =
        paced(reports.size(), wave.within(), i -> report(reports.get(i)));
    return new Answers(all(reported), all(asked.get(5, TimeUnit.MINUTES)));
  }

  private HttpRequest report(Wave.One one) {
    return commands.typed(Crowd.reporter(one.person()), "/report", one.text());
  }

  private HttpRequest question(int i) {
    return commands.typed(Crowd.asker(i), "/canipost", QUESTIONS.get(i % QUESTIONS.size()));
  }

  private List<CompletableFuture<Answered>> paced(
      int count, Duration within, IntFunction<HttpRequest> request) {
    long begun = System.nanoTime();
    List<CompletableFuture<Answered>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = begun + within.toNanos() / count * i;
      while (System.nanoTime() < at) {
        LockSupport.parkNanos(at - System.nanoTime());
      }
      waiting.acquireUninterruptibly();
      CompletableFuture<Answered> answer = sent(request.apply(i), at, wave.tries());
      answers.add(answer.whenComplete((answered, failure) -> waiting.release()));
    }
    return answers;
  }

  /** Sends the very same again while it is refused: a repeat is never a second report. */
  private CompletableFuture<Answered> sent(HttpRequest request, long at, int tries) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenCompose(answer -> {
      boolean refused =
          answer.statusCode() == 503 || answer.body().contains("not sure that was saved");
      double millis = (System.nanoTime() - at) / 1e6;
      return refused && tries > 1
          ? sent(request, at, tries - 1)
          : CompletableFuture.completedFuture(
              new Answered(answer.statusCode(), answer.body(), millis));
    });
  }

  private static List<Answered> all(List<CompletableFuture<Answered>> answers) throws Exception {
    List<Answered> all = new ArrayList<>();
    for (CompletableFuture<Answered> answer : answers) {
      all.add(answer.get(1, TimeUnit.MINUTES));
    }
    return all;
  }
}
