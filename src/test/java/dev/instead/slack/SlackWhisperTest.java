package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlackWhisperTest {
  private static final Notice HELP = new Notice.Help();
  private static final FakeSlackApi.Answer BUSY =
      new FakeSlackApi.Answer(429, Map.of("Retry-After", "1"), "{\"ok\":false}");
  private static final FakeSlackApi.Answer OK = FakeSlackApi.Answer.ok("{\"ok\":true}");

  private final ExecutorService voice = Executors.newSingleThreadExecutor();
  private FakeSlackApi api;

  @BeforeEach
  void open() throws IOException {
    api = new FakeSlackApi();
  }

  @AfterEach
  void close() {
    voice.shutdownNow();
    api.close();
  }

  @Test
  void a_response_url_that_is_too_busy_is_tried_again_while_others_are_heard() throws Exception {
    CountDownLatch other = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    AtomicInteger tries = new AtomicInteger();
    api.answers("busy", asked -> {
      if (tries.incrementAndGet() < 3) {
        return BUSY;
      }
      // The one voice said the other thing while this waited.
      if (other.getCount() == 0) {
        taken.countDown();
      }
      return OK;
    });
    api.answers("chat.postMessage", asked -> {
      other.countDown();
      return OK;
    });
    Whisper whisper = whisper(api.url(), voice);

    whisper.toPresser(api.url() + "busy", HELP, Locale.ENGLISH);
    whisper.inDirectMessages("D0DEWI", null, HELP, Locale.ENGLISH);

    assertTrue(taken.await(30, TimeUnit.SECONDS));
    assertEquals(3, tries.get());
  }

  @Test
  void a_method_that_is_too_busy_is_tried_three_times_in_all() throws Exception {
    CountDownLatch tried = new CountDownLatch(3);
    api.answers("chat.postEphemeral", asked -> {
      tried.countDown();
      return BUSY;
    });

    CountDownLatch longAfter = new CountDownLatch(3);
    api.answers("later", asked -> {
      longAfter.countDown();
      return longAfter.getCount() == 0 ? OK : BUSY;
    });
    Whisper whisper = whisper(api.url(), voice);

    whisper.inChannel(
        "C0SOCIAL", Incoming.person("T0MERANTI", "U0DEWI"), null, HELP, Locale.ENGLISH);

    assertTrue(tried.await(30, TimeUnit.SECONDS));
    // Twice the time after which a fourth would come.
    whisper.toPresser(api.url() + "later", HELP, Locale.ENGLISH);
    assertTrue(longAfter.await(30, TimeUnit.SECONDS));
    assertEquals(3, api.asked("chat.postEphemeral").size());
  }

  @Test
  void what_never_reached_slack_is_tried_again() throws Exception {
    String nobody = api.url();
    api.close();
    CountDownLatch tried = new CountDownLatch(3);

    whisper(nobody, work -> {
          voice.execute(work);
          tried.countDown();
        })
        .toPresser(nobody + "presser", HELP, Locale.ENGLISH);

    assertTrue(tried.await(30, TimeUnit.SECONDS));
  }

  @Test
  void what_may_have_arrived_is_not_said_twice() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    api.answers("odd", FakeSlackApi.Answer.dropped());

    AtomicInteger said = new AtomicInteger();
    whisper(api.url(), work -> {
          said.incrementAndGet();
          voice.execute(() -> {
            work.run();
            done.countDown();
          });
        })
        .toPresser(api.url() + "odd", HELP, Locale.ENGLISH);

    assertTrue(done.await(30, TimeUnit.SECONDS));
    assertEquals(1, said.get());
    assertEquals(1, api.asked("odd").size());
  }

  @Test
  void an_answer_that_is_no_json_costs_no_voice() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    api.answers("chat.postMessage", FakeSlackApi.Answer.ok("<html>"));
    api.answers("presser", asked -> {
      heard.countDown();
      return OK;
    });
    Whisper whisper = whisper(api.url(), voice);

    whisper.inDirectMessages("D0DEWI", null, HELP, Locale.ENGLISH);
    whisper.toPresser(api.url() + "presser", HELP, Locale.ENGLISH);

    assertTrue(heard.await(30, TimeUnit.SECONDS));
  }

  @Test
  void a_window_survives_an_answer_that_is_no_json() {
    api.answers("views.open", FakeSlackApi.Answer.ok("<html>"));
    Windows windows =
        new Windows(SlackApi.at(api.url(), Duration.ofSeconds(5)).methods("xoxb-1234567890"));
    assertEquals(false, windows.open("trigger", HELP, Locale.ENGLISH));
  }

  private static Whisper whisper(String url, Executor voices) {
    return new SlackWhisper(
        SlackApi.at(url, Duration.ofSeconds(5)).methods("xoxb-1234567890"),
        new OkHttpClient.Builder().retryOnConnectionFailure(false).build(),
        new ResponseUrls(URI.create(url)),
        voices);
  }
}
