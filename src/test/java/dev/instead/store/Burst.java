package dev.instead.store;

import dev.instead.desk.Cases;
import dev.instead.desk.Delivery;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** A process that files reports from many threads, says which ones are stored, and goes on until it is killed. */
final class Burst {
  static final String STORED = "stored ";
  static final String END = ".";

  private Burst() {}

  public static void main(String[] arguments) {
    Database database = Database.open(arguments[0]);
    Cases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
    int threads = 16;
    ExecutorService people = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      people.execute(() -> fileForEver(cases));
    }
  }

  private static void fileForEver(Cases cases) {
    while (true) {
      CaseNumber number = CaseNumber.random(Case.Kind.REPORT, 12, ThreadLocalRandom.current());
      Case about = Samples.newCase(number, "example.com/" + number);
      if (cases.save(Samples.filing(
          about, Samples.report(number, Samples.DEWI), new Delivery(number.value())))) {
        say(STORED + number + END + "\n");
      }
    }
  }

  private static void say(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
