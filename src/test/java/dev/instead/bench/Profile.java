package dev.instead.bench;

import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the processor's time goes while reports pour in on Slack, as Java's flight recorder sees it. */
final class Profile {
  private static final int SHOWN = 15;

  /** What a sample is for: the first of these whose pattern is anywhere in its stack. */
  private static final Map<String, Pattern> PURPOSES = purposes();

  private Profile() {}

  static void print(int reports) throws Exception {
    SlackWorkspace workspace = SampleCompany.workspace();
    for (int i = 0; i < Reports.PEOPLE; i++) {
      workspace.put(SlackUser.employee("U0BENCH" + i, "Bench " + i, "Employee", "en-US"));
    }
    Path recording = Path.of("target", "bench.jfr");
    try (LocalSlack slack = LocalSlack.start(workspace);
        LocalTeams teams = LocalTeams.start(SampleTenant.tenant())) {
      try (Subject subject = Subject.recorded(slack, teams, recording)) {
        new Load(new SlackReports(subject)).unpaced(reports, 8);
      }
    }
    show(recording);
  }

  static void show(Path recording) throws IOException {
    List<RecordedEvent> samples = samples(recording);
    show("by purpose", samples, sample -> Optional.of(purpose(sample)));
    show(
        "by thread",
        samples,
        sample ->
            Optional.of(sample.getThread("sampledThread").getJavaName().replaceAll("[0-9]+", "n")));
    show("by the last method of ours", samples, sample -> last(sample, "dev.instead."));
    show(
        "by package on top",
        samples,
        sample -> frames(sample).stream()
            .findFirst()
            .map(frame -> frame.getMethod().getType().getName().replaceAll("\\.[^.]+$", "")));
    show(
        "by method on top",
        samples,
        sample -> frames(sample).stream().findFirst().map(Profile::name));
    System.out.println("The whole recording: " + recording);
  }

  private static List<RecordedEvent> samples(Path recording) throws IOException {
    List<RecordedEvent> samples = new ArrayList<>();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        String type = event.getEventType().getName();
        if (type.equals("jdk.ExecutionSample") || type.equals("jdk.NativeMethodSample")) {
          samples.add(event);
        }
      }
    }
    // A thread that waits for the network in native code costs nothing.
    samples.removeIf(
        sample -> frames(sample).isEmpty()
            || name(frames(sample).get(0))
                .matches(
                    ".*(EPoll\\.wait|Net\\.accept|socketAccept|SocketDispatcher\\.read0|UnixDispatcher.*|Net\\.poll).*"));
    return samples;
  }

  private static void show(
      String title, List<RecordedEvent> samples, Function<RecordedEvent, Optional<String>> key) {
    Map<String, Integer> counts = new HashMap<>();
    samples.forEach(sample -> counts.merge(key.apply(sample).orElse("(none)"), 1, Integer::sum));
    System.out.printf("%n%s (%d samples)%n", title, samples.size());
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(each -> System.out.printf(
            "%5.1f %%  %s%n", 100.0 * each.getValue() / samples.size(), each.getKey()));
  }

  private static Map<String, Pattern> purposes() {
    Map<String, Pattern> purposes = new LinkedHashMap<>();
    purposes.put("starting", Pattern.compile("dev\\.instead\\.(Main|cli|config)\\..*"));
    purposes.put("loading classes", Pattern.compile(".*(ClassLoader\\.loadClass|linkCallSite).*"));
    purposes.put("flight recorder", Pattern.compile("jdk\\.jfr\\..*"));
    purposes.put(
        "logging", Pattern.compile("(ch\\.qos|org\\.slf4j|dev\\.instead\\.(trail|logs))\\..*"));
    purposes.put(
        "metrics",
        Pattern.compile(
            "(io\\.prometheus|dev\\.instead\\.metrics|com\\.slack\\.api\\.(rate|.*metrics)).*"));
    purposes.put("SQL", Pattern.compile("(org\\.sqlite|com\\.zaxxer|dev\\.instead\\.store)\\..*"));
    purposes.put("calls to Slack", Pattern.compile("(okhttp3|okio)\\..*"));
    purposes.put("JSON", Pattern.compile("com\\.(google\\.gson|fasterxml\\.jackson)\\..*"));
    purposes.put(
        "signature", Pattern.compile("(javax\\.crypto|dev\\.instead\\.web\\.SlackSignature\\b).*"));
    purposes.put("matching words", Pattern.compile("dev\\.instead\\.search\\..*"));
    purposes.put("reading links", Pattern.compile("dev\\.instead\\.report\\..*"));
    purposes.put(
        "words of messages", Pattern.compile("(com\\.ibm\\.icu|dev\\.instead\\.notice)\\..*"));
    purposes.put(
        "drawing for Slack",
        Pattern.compile("dev\\.instead\\.slack\\.(\\w*Cards|Ink|SafeText|Reading).*"));
    purposes.put("desks", Pattern.compile("dev\\.instead\\.(desk|policy|people)\\..*"));
    purposes.put("courier", Pattern.compile("dev\\.instead\\.(outbox|calls)\\..*"));
    purposes.put("Bolt", Pattern.compile("com\\.slack\\.api\\..*"));
    purposes.put("web server", Pattern.compile("(org\\.eclipse\\.jetty|dev\\.instead\\.web)\\..*"));
    return purposes;
  }

  private static String purpose(RecordedEvent sample) {
    List<String> names = frames(sample).stream().map(Profile::name).toList();
    return PURPOSES.entrySet().stream()
        .filter(each ->
            names.stream().anyMatch(name -> each.getValue().matcher(name).matches()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("other");
  }

  private static Optional<String> last(RecordedEvent sample, String prefix) {
    return frames(sample).stream()
        .filter(frame -> frame.getMethod().getType().getName().startsWith(prefix))
        .findFirst()
        .map(Profile::name);
  }

  private static List<RecordedFrame> frames(RecordedEvent sample) {
    return sample.getStackTrace() == null ? List.of() : sample.getStackTrace().getFrames();
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }
}
