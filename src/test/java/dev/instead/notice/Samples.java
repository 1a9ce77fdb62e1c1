package dev.instead.notice;

import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Advice;
import dev.instead.policy.Contact;
import dev.instead.policy.LocalText;
import dev.instead.policy.Members;
import dev.instead.policy.Reply;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import dev.instead.policy.Severity;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.policy.Team;
import dev.instead.policy.TeamId;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Link;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import dev.instead.report.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people, cases and texts that the samples of notices and forms are made of. */
final class Samples {
  static final Locale ID = Locale.forLanguageTag("id");
  static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  static final Person DEWI = person("U0DEWI");
  static final Person BUDI = person("U0BUDI");
  static final Person ANA = person("U0ANA");
  static final Person TIA = new Person(Platform.TEAMS, "tenant", "29:tia");
  static final Map<Person, String> NAMES =
      Map.of(DEWI, "Dewi Lestari", BUDI, "Budi Santoso", ANA, "Ana Wijaya", TIA, "Tia <Putri>");
  static final CaseNumber NUMBER = new CaseNumber("S-7KQ2");
  static final CaseNumber QUESTION = new CaseNumber("Q-4TTN");

  /** Everything that must not work: pings, formatting, links in disguise, a line turned around. */
  static final String NASTY =
      "<!channel> @everyone <@U0ANA> *bold* _it_ `code` <https://evil.example|https://good.example> \u202Egnp.exe & :fire:";

  private Samples() {}

  static Person person(String id) {
    return new Person(Platform.SLACK, "T0MERANTI", id);
  }

  static LocalText both(String english, String indonesian) {
    return new LocalText(Locale.ENGLISH, Map.of(Locale.ENGLISH, english, ID, indonesian));
  }

  static LocalText same(String text) {
    return both(text, text);
  }

  static Resource resource(String url, LocalText label) {
    return new Resource(
        new ResourceId("repairs"), URI.create(url), label, "care", LocalDate.of(2027, 3, 31));
  }

  static final Resource REPAIRS = resource(
      "https://meranti.example/repairs", both("Repairs and dealers", "Perbaikan dan dealer"));

  static final Contact LINE = new Contact(
      both("Meranti security line", "Telepon keamanan Meranti"),
      Optional.of("+62 21 555 0110"),
      Optional.of(URI.create("https://meranti.example/security-line")));

  static final Contact PUBLIC = new Contact(
      both("Contact Meranti Motors", "Hubungi Meranti Motors"),
      Optional.empty(),
      Optional.of(URI.create("https://meranti.example/contact")));

  static Reply reply(LocalText text) {
    return new Reply(new ReplyId("refund-1"), text, "care", Optional.of(LocalDate.of(2027, 2, 1)));
  }

  static final Reply REPLY = reply(both(
      "We are sorry to hear that. Please send us your order number & we'll look into it.",
      "Kami turut menyesal. Mohon kirim nomor pesanan Anda agar kami bisa memeriksanya."));

  static final Advice ADVICE = new Advice(
      Optional.of(both(
          "Please don't reply to the post, not even from your own account:",
          "Mohon jangan membalas unggahan itu, juga tidak dari akun pribadi:")),
      Optional.empty(),
      both("people read it as the company speaking.", "orang membacanya sebagai suara perusahaan."),
      List.of(new ResourceId("repairs")));

  static Situation situation(LocalText title, Advice advice, boolean danger) {
    return new Situation(
        new SituationId(danger ? "threat" : "refund"),
        title,
        Map.of(),
        new TeamId("social-care"),
        danger ? Severity.URGENT : Severity.NORMAL,
        Optional.of(Duration.ofMinutes(30)),
        Optional.empty(),
        advice,
        List.of(REPLY),
        danger,
        false,
        true);
  }

  static final Situation REFUND =
      situation(both("A customer wants a refund", "Pelanggan minta uang kembali"), ADVICE, false);

  static final Situation THREAT =
      situation(both("Somebody is threatened", "Ada yang diancam"), ADVICE, true);

  static final Situation PRAISE = new Situation(
      new SituationId("praise"),
      both("Praise", "Pujian"),
      Map.of(),
      new TeamId("social-care"),
      Severity.LOW,
      Optional.empty(),
      Optional.empty(),
      new Advice(
          Optional.empty(),
          Optional.of(both("Say thank you and share it.", "Ucapkan terima kasih dan bagikan.")),
          both("Thanks work best while they are fresh.", "Terima kasih paling baik selagi hangat."),
          List.of()),
      List.of(),
      false,
      false,
      true);

  static Team team(String id, String name) {
    return new Team(
        new TeamId(id),
        same(name),
        Map.of(Platform.SLACK, "C0SOCIAL"),
        Members.NOBODY,
        Members.NOBODY,
        Locale.ENGLISH,
        Optional.empty(),
        List.of());
  }

  static final Team CARE = team("social-care", "Social Care");
  static final Team LEGAL = team("legal", "Legal & Compliance");

  static Case aCase(Stage stage, int reports, Severity severity) {
    return new Case(
        NUMBER,
        Case.Kind.REPORT,
        new SituationId("refund"),
        new TeamId("social-care"),
        severity,
        stage,
        Optional.of(new Link("https://x.com/someone/status/1?a=1&b=2", "x.com/someone/status/1")),
        false,
        ID,
        reports,
        NOON,
        Optional.of(NOON.plusSeconds(1800)),
        "2026-11",
        3,
        2);
  }

  static Case open() {
    return aCase(new Stage.Open(), 1, Severity.NORMAL);
  }

  static Case claimed() {
    return aCase(new Stage.Claimed(ANA, NOON.plusSeconds(120)), 3, Severity.NORMAL);
  }

  static Case question() {
    return new Case(
        QUESTION,
        Case.Kind.QUESTION,
        Situation.NOT_SURE,
        new TeamId("communications"),
        Severity.NORMAL,
        new Stage.Open(),
        Optional.empty(),
        false,
        Locale.ENGLISH,
        1,
        NOON,
        Optional.empty(),
        "2026-11",
        1,
        0);
  }

  static Report report(Person by, String text) {
    return new Report(
        new ReportId("00000000-0000-4000-8000-00000000000a"),
        NUMBER,
        by,
        NAMES.getOrDefault(by, ""),
        text,
        Locale.ENGLISH,
        NOON,
        false,
        false);
  }

  static Note note(Note.Kind kind, Person by, String text) {
    return new Note(
        new NoteId("00000000-0000-4000-8000-00000000000b"),
        NUMBER,
        kind,
        by,
        Optional.empty(),
        text,
        NOON.plusSeconds(300));
  }
}
