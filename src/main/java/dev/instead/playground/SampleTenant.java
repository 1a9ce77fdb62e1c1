package dev.instead.playground;

import static dev.instead.playground.TeamsPerson.employee;

import java.time.Clock;
import java.util.List;

/** Meranti Motors on Microsoft Teams: the same colleagues as in {@link SampleCompany}, and one team. */
public final class SampleTenant {
  public static final String DEWI = "de410000-0000-4000-8000-000000000001";
  public static final String BUDI = "b0d10000-0000-4000-8000-000000000002";
  public static final String ANA = "a0a00000-0000-4000-8000-000000000003";
  public static final String BEN = "be000000-0000-4000-8000-000000000004";
  public static final String CITRA = "c1740000-0000-4000-8000-000000000005";
  public static final String LARAS = "1a4a0000-0000-4000-8000-000000000006";
  public static final String SIGIT = "51610000-0000-4000-8000-000000000007";
  public static final String OMAR = "03a40000-0000-4000-8000-000000000008";
  public static final String MAYA = "3a7a0000-0000-4000-8000-000000000009";
  public static final String GUS = "60500000-0000-4000-8000-00000000000a";

  /** Came into a meeting without an account. */
  public static final String SOMEBODY = "50e00000-0000-4000-8000-00000000000b";

  public static final String GENERAL = TeamsTenant.TEAM;
  public static final String SOCIAL = "19:meranti-social-care@thread.tacv2";
  public static final String LEGAL = "19:meranti-legal@thread.tacv2";
  public static final String DISPUTES = "19:meranti-legal-disputes@thread.tacv2";
  public static final String SECURITY = "19:meranti-security@thread.tacv2";
  public static final String PRESS = "19:meranti-press@thread.tacv2";
  public static final String POLICY = "19:meranti-policy-questions@thread.tacv2";
  public static final String PEOPLE_HELP = "19:meranti-people-help@thread.tacv2";
  public static final String CRISIS = "19:meranti-crisis@thread.tacv2";
  public static final String OPS = "19:meranti-instead-ops@thread.tacv2";

  private static final List<TeamsPerson> PEOPLE = List.of(
      employee(DEWI, "Dewi Lestari", "Service adviser, Surabaya", "en-US"),
      employee(BUDI, "Budi Santoso", "Showroom, Medan", "id-ID"),
      employee(ANA, "Ana Wijaya", "Social Care", "en-GB"),
      employee(BEN, "Ben Hartono", "Social Care", "en-US"),
      employee(CITRA, "Citra Halim", "Lead of Social Care", "id-ID"),
      employee(LARAS, "Laras Putri", "Legal", "en-US"),
      employee(SIGIT, "Sigit Pranoto", "Security", "id-ID"),
      employee(OMAR, "Omar Nasution", "Communications, owner of the policy", "en-US"),
      employee(MAYA, "Maya Sari", "Administrator", "en-US"),
      employee(GUS, "Gus Wibowo", "Guest, photo agency", "en-US").as(TeamsPerson.Trait.GUEST),
      employee(SOMEBODY, "Somebody", "In a meeting, without an account", "en-US")
          .as(TeamsPerson.Trait.ANONYMOUS));

  private static final List<TeamsChannel> CHANNELS = List.of(
      TeamsChannel.open(GENERAL, "General", "Everybody at Meranti Motors"),
      TeamsChannel.closed(SOCIAL, "Social Care", "Conflicts that need us", ANA, BEN, CITRA, OMAR),
      TeamsChannel.closed(LEGAL, "Legal", "Please comment nothing, delete nothing", LARAS),
      TeamsChannel.closed(DISPUTES, "Legal Disputes", "Letters, deadlines, courts", LARAS, OMAR),
      TeamsChannel.closed(SECURITY, "Security", "Staffed day and night", SIGIT),
      TeamsChannel.open(PRESS, "Press Office", "Journalists and their questions"),
      TeamsChannel.open(POLICY, "Policy questions", "What the policy doesn't answer yet"),
      TeamsChannel.closed(PEOPLE_HELP, "People", "For colleagues who need help", MAYA),
      TeamsChannel.closed(CRISIS, "Crisis Room", "When it gets big", CITRA, OMAR, SIGIT),
      TeamsChannel.closed(OPS, "Instead ops", "How Instead is doing", MAYA, OMAR));

  private SampleTenant() {}

  /** The company on real time, with the app installed, before anybody wrote anything. */
  public static TeamsTenant tenant() {
    return tenant(Clock.systemUTC());
  }

  /** The company before anybody wrote anything; {@code clock} stamps the messages. */
  public static TeamsTenant tenant(Clock clock) {
    TeamsTenant tenant = new TeamsTenant(clock);
    PEOPLE.forEach(person -> {
      tenant.put(person);
      if (!person.is(TeamsPerson.Trait.ANONYMOUS)) {
        tenant.joinTeam(person.aad());
      }
      if (person.traits().isEmpty()) {
        tenant.install(person.aad());
      }
    });
    CHANNELS.forEach(tenant::put);
    tenant.appInTeam(true);
    return tenant;
  }

  /** What people of the company wrote before the visitor came; the last one is there to be reported. */
  public static void smallTalk(TeamsTenant tenant) {
    say(tenant, MAYA, "Good morning. Instead is here now: find it beside the box where you write.");
    say(tenant, BUDI, "Pameran di Medan ramai sekali hari ini.");
    say(
        tenant,
        DEWI,
        "A customer says on X that our workshop kept his deposit, and people pile on: "
            + "https://x.com/rudi_drives/status/1790000000000000001");
    tenant.people().forEach(person -> tenant.markRead(person.aad(), GENERAL));
  }

  private static void say(TeamsTenant tenant, String aad, String text) {
    tenant.post(TeamsTenant.Draft.text(GENERAL, aad, text, null));
  }
}
