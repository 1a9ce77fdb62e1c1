package dev.instead.playground;

import static dev.instead.playground.SlackUser.employee;

import java.time.Clock;
import java.util.List;

/** Meranti Motors, the fictional car maker whose workspace the playground and the tests use. */
public final class SampleCompany {
  private static final List<SlackUser> PEOPLE = List.of(
      employee("U0DEWI", "Dewi Lestari", "Service adviser, Surabaya", "en-US"),
      employee("U0BUDI", "Budi Santoso", "Showroom, Medan", "id-ID"),
      employee("U0ANA", "Ana Wijaya", "Social Care", "en-GB"),
      employee("U0BEN", "Ben Hartono", "Social Care", "en-US"),
      employee("U0CITRA", "Citra Halim", "Lead of Social Care", "id-ID"),
      employee("U0LARAS", "Laras Putri", "Legal", "en-US"),
      employee("U0SIGIT", "Sigit Pranoto", "Security", "id-ID"),
      employee("U0OMAR", "Omar Nasution", "Communications, owner of the policy", "en-US"),
      employee("U0MAYA", "Maya Sari", "Administrator of the workspace", "en-US")
          .as(SlackUser.Trait.ADMIN),
      employee("U0GUS", "Gus Wibowo", "Guest, photo agency", "en-US")
          .as(SlackUser.Trait.SINGLE_CHANNEL_GUEST),
      employee(SlackWorkspace.BOT_USER, "Instead", "App", "en-US").as(SlackUser.Trait.BOT));

  private static final String BOT = SlackWorkspace.BOT_USER;

  private static final List<SlackChannel> CHANNELS = List.of(
      SlackChannel.open(
          "C0GENERAL",
          "general",
          "Everybody at Meranti Motors",
          "U0DEWI",
          "U0BUDI",
          "U0ANA",
          "U0BEN",
          "U0CITRA",
          "U0LARAS",
          "U0SIGIT",
          "U0OMAR",
          "U0MAYA",
          BOT),
      SlackChannel.open(
          "C0SHOWROOM",
          "showroom",
          "From showroom to showroom",
          "U0DEWI",
          "U0BUDI",
          "U0CITRA",
          "U0GUS",
          BOT),
      SlackChannel.open(
          "C0SOCIAL",
          "social-care",
          "Conflicts that need us",
          "U0ANA",
          "U0BEN",
          "U0CITRA",
          "U0OMAR",
          BOT),
      SlackChannel.closed(
          "C0LEGAL", "legal-cases", "Please comment nothing, delete nothing", "U0LARAS", BOT),
      SlackChannel.closed("C0SECURITY", "security-desk", "Staffed day and night", "U0SIGIT", BOT),
      SlackChannel.open(
          "C0PRESS", "press-office", "Journalists and their questions", "U0OMAR", "U0CITRA", BOT),
      SlackChannel.open(
          "C0POLICY",
          "policy-questions",
          "What the policy doesn't answer yet",
          "U0OMAR",
          "U0DEWI",
          BOT),
      SlackChannel.closed("C0PEOPLE", "people-help", "For colleagues who need help", "U0MAYA", BOT),
      SlackChannel.closed(
          "C0CRISIS", "crisis-room", "When it gets big", "U0CITRA", "U0OMAR", "U0SIGIT", BOT),
      SlackChannel.open("C0OPS", "instead-ops", "How Instead is doing", "U0MAYA", "U0OMAR", BOT));

  private static final List<SlackGroup> GROUPS = List.of(
      new SlackGroup("S0CARE", "social-care", List.of("U0ANA", "U0BEN", "U0CITRA")),
      new SlackGroup("S0LEGAL", "legal", List.of("U0LARAS")),
      new SlackGroup("S0SECURITY", "security", List.of("U0SIGIT")),
      new SlackGroup("S0PRESS", "press", List.of("U0OMAR", "U0CITRA")),
      new SlackGroup("S0POLICY", "communications", List.of("U0OMAR")),
      new SlackGroup("S0PEOPLE", "people", List.of("U0MAYA")),
      new SlackGroup("S0CRISIS", "crisis", List.of("U0CITRA", "U0OMAR", "U0SIGIT")),
      new SlackGroup("S0TRAINED", "trained-speakers", List.of("U0BEN")));

  private SampleCompany() {}

  /** The company on real time, before anybody wrote anything. */
  public static SlackWorkspace workspace() {
    return workspace(Clock.systemUTC());
  }

  /** The company before anybody wrote anything; {@code clock} stamps the messages. */
  public static SlackWorkspace workspace(Clock clock) {
    SlackWorkspace workspace = new SlackWorkspace(clock);
    PEOPLE.forEach(workspace::put);
    CHANNELS.forEach(workspace::put);
    GROUPS.forEach(workspace::put);
    return workspace;
  }

  /** What people of the company wrote before the visitor came; the last one is there to be reported. */
  public static void smallTalk(SlackWorkspace workspace) {
    say(
        workspace,
        "C0GENERAL",
        "U0MAYA",
        "Good morning. Instead is here now: type /report or /canipost in any channel.");
    say(
        workspace,
        "C0GENERAL",
        "U0OMAR",
        "The new social media policy is out. It says what you can do, not only what you can't.");
    say(workspace, "C0SHOWROOM", "U0BUDI", "Pameran di Medan ramai sekali hari ini.");
    say(
        workspace,
        "C0SHOWROOM",
        "U0DEWI",
        "A customer says on X that our workshop kept his deposit, and people pile on: "
            + "<https://x.com/rudi_drives/status/1790000000000000001>");
    workspace.people().forEach(person -> {
      workspace.markRead(person.id(), "C0GENERAL");
      workspace.markRead(person.id(), "C0SHOWROOM");
    });
  }

  private static void say(SlackWorkspace workspace, String channel, String user, String text) {
    workspace.post(SlackWorkspace.Draft.text(channel, user, text));
  }
}
