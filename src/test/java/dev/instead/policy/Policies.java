package dev.instead.policy;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import dev.instead.people.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A small policy for tests: three teams, three situations, five answers and one of everything else, in English and Indonesian. It is
 * meant to be read on {@link #TODAY}: everything is in force except {@link #GIVEAWAY}, whose review is overdue, and {@link #TOOLS},
 * which is switched off.
 */
public final class Policies {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  public static final Locale ENGLISH = Locale.ENGLISH;
  public static final Locale INDONESIAN = Locale.forLanguageTag("id");
  public static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  public static final ResourceId REPAIRS = new ResourceId("repairs");
  public static final ResourceId REFUNDS = new ResourceId("refunds");
  public static final ResourceId NEWSROOM = new ResourceId("newsroom");
  public static final ResourceId WORKS_COUNCIL = new ResourceId("works-council");

  public static final TeamId SOCIAL_CARE = new TeamId("social-care");
  public static final TeamId SECURITY = new TeamId("security");
  public static final TeamId COMMUNICATIONS = new TeamId("communications");

  public static final SituationId REFUND = new SituationId("refund");
  public static final SituationId THREAT = new SituationId("threat");
  public static final SituationId NOT_SURE = Situation.NOT_SURE;

  public static final RuleId NEW_STORE = new RuleId("new-store");
  public static final RuleId CAR_PHOTOS = new RuleId("car-photos");
  public static final RuleId JOURNALIST = new RuleId("journalist");
  public static final RuleId PRICES = new RuleId("prices");
  public static final RuleId GIVEAWAY = new RuleId("giveaway");
  public static final RuleId MERANTI_E1 = new RuleId("meranti-e1");
  public static final RuleId OPENING_ROUTINES = new RuleId("opening-routines");
  public static final RuleId TOOLS = new RuleId("tools");
  public static final RuleId SAY_YOU_WORK_HERE = new RuleId("say-you-work-here");
  public static final RuleId PAY = new RuleId("pay");

  public static final GroupId CARS = new GroupId("cars");
  public static final GroupId STORES = new GroupId("stores");

  private Policies() {}

  public static Policy sample() {
    return sample(Stance.STRICT);
  }

  /** The sample of a company with another stance; none of its situations has a stance of its own. */
  public static Policy sample(Stance stance) {
    return new Policy(
        "Meranti Motors",
        "2026-11",
        List.of(ENGLISH, INDONESIAN),
        JAKARTA,
        stance,
        new Contact(
            text("Contact us", "Hubungi kami"),
            Optional.empty(),
            Optional.of(URI.create("https://meranti.example/contact"))),
        slack("U0OMAR"),
        Map.of("customer-care", slack("U0CITRA"), "product-comms", slack("U0LARAS")),
        slack("U0MAYA"),
        COMMUNICATIONS,
        Duration.ofHours(8),
        Retention.USUAL,
        Map.of(Platform.SLACK, "C0OPS"),
        Trained.of(slack("S0TRAINED")),
        Optional.of(text(
            "Social Care answers for the company.", "Social Care menjawab atas nama perusahaan.")),
        emergency(),
        byId(Resource::id, resources()),
        byId(Team::id, teams()),
        byId(Situation::id, situations()),
        List.of(),
        byId(Answer::id, answers()),
        groups(),
        List.of(embargo()),
        sensitive(),
        List.of(sayYouWorkHere()),
        List.of(pay()),
        Set.of());
  }

  /** The same policy with these situations beside or instead of its own. */
  public static Policy with(Policy policy, Situation... situations) {
    Map<SituationId, Situation> all = new LinkedHashMap<>(policy.situations());
    all.putAll(byId(Situation::id, List.of(situations)));
    return copy(policy, policy.teams(), all, policy.routes(), policy.answers());
  }

  /** The same policy with these answers beside or instead of its own. */
  public static Policy with(Policy policy, Answer... answers) {
    Map<RuleId, Answer> all = new LinkedHashMap<>(policy.answers());
    all.putAll(byId(Answer::id, List.of(answers)));
    return copy(policy, policy.teams(), policy.situations(), policy.routes(), all);
  }

  /** The same policy with these teams beside or instead of its own. */
  public static Policy with(Policy policy, Team... teams) {
    Map<TeamId, Team> all = new LinkedHashMap<>(policy.teams());
    all.putAll(byId(Team::id, List.of(teams)));
    return copy(policy, all, policy.situations(), policy.routes(), policy.answers());
  }

  /** The same policy without a team that cases may still be with. */
  public static Policy without(Policy policy, TeamId team) {
    Map<TeamId, Team> teams = new LinkedHashMap<>(policy.teams());
    teams.remove(team);
    return copy(policy, teams, policy.situations(), policy.routes(), policy.answers());
  }

  /** The same policy with these routes and no others. */
  public static Policy routed(Policy policy, RouteRule... routes) {
    return copy(policy, policy.teams(), policy.situations(), List.of(routes), policy.answers());
  }

  /** The same policy with other sensitive topics. */
  public static Policy sensitive(Policy policy, List<SensitiveTopic> topics) {
    return copy(policy, policy.trained(), topics);
  }

  /** The same policy with other speakers. */
  public static Policy trained(Policy policy, Trained trained) {
    return copy(policy, trained, policy.sensitive());
  }

  /** The same answer where it depends on the stance and on the account. */
  public static Answer with(
      Answer answer, Map<Stance, LocalText> byStance, Map<Account, AccountRule> byAccount) {
    return new Answer(
        answer.id(),
        answer.topic(),
        answer.questions(),
        answer.verdict(),
        answer.advice(),
        answer.copy(),
        byStance,
        byAccount,
        answer.approvedBy(),
        answer.approvedOn(),
        answer.owner(),
        answer.reviewBy());
  }

  public static LocalText text(String english, String indonesian) {
    return new LocalText(ENGLISH, Map.of(ENGLISH, english, INDONESIAN, indonesian));
  }

  public static Map<Locale, List<String>> phrases(List<String> english, List<String> indonesian) {
    return Map.of(ENGLISH, english, INDONESIAN, indonesian);
  }

  /** People or groups on Slack. */
  public static Members slack(String... ids) {
    return new Members(Map.of(Platform.SLACK, List.of(ids)));
  }

  /** Nothing is forbidden. */
  public static Advice advice(LocalText instead, LocalText why, ResourceId... resources) {
    return new Advice(Optional.empty(), Optional.of(instead), why, List.of(resources));
  }

  public static Advice advice(
      LocalText dont, LocalText instead, LocalText why, ResourceId... resources) {
    return new Advice(Optional.of(dont), Optional.of(instead), why, List.of(resources));
  }

  /** An offered situation of normal severity, to be claimed within 30 minutes. */
  public static Situation situation(
      SituationId id, LocalText title, Map<Locale, List<String>> examples, TeamId team) {
    return new Situation(
        id,
        title,
        examples,
        team,
        Severity.NORMAL,
        Optional.of(Duration.ofMinutes(30)),
        Optional.empty(),
        leaveItToUs(),
        List.of(),
        false,
        false,
        true);
  }

  /** An approved answer that is reviewed in time. */
  public static Answer answer(
      RuleId id,
      LocalText topic,
      Map<Locale, List<String>> questions,
      Verdict verdict,
      Advice advice) {
    return new Answer(
        id,
        topic,
        questions,
        verdict,
        advice,
        Optional.empty(),
        Map.of(),
        Map.of(),
        "Communications",
        LocalDate.of(2026, 8, 3),
        "product-comms",
        LocalDate.of(2027, 2, 1));
  }

  /** Two groups; the giveaway and the journalist stand in none. */
  private static Groups groups() {
    Map<GroupId, LocalText> titles = new LinkedHashMap<>();
    titles.put(CARS, text("Cars and prices", "Mobil dan harga"));
    titles.put(STORES, text("Our showrooms", "Showroom kami"));
    return new Groups(titles, Map.of(NEW_STORE, STORES, CAR_PHOTOS, CARS, PRICES, CARS));
  }

  private static List<Contact> emergency() {
    return List.of(
        new Contact(
            text("Emergency services", "Layanan darurat"), Optional.of("112"), Optional.empty()),
        new Contact(
            text("Security line", "Telepon keamanan"),
            Optional.of("+62 21 555 0110"),
            Optional.of(URI.create("https://meranti.example/security-line"))));
  }

  private static List<Resource> resources() {
    return List.of(
        resource(REPAIRS, text("Repairs and dealers", "Perbaikan dan dealer")),
        resource(REFUNDS, text("Refund help", "Bantuan pengembalian dana")),
        resource(NEWSROOM, text("Newsroom", "Ruang berita")),
        resource(WORKS_COUNCIL, text("Works council", "Perwakilan karyawan")));
  }

  private static Resource resource(ResourceId id, LocalText label) {
    URI url = URI.create("https://meranti.example/" + id.value());
    return new Resource(id, url, label, "customer-care", LocalDate.of(2027, 3, 31));
  }

  private static List<Team> teams() {
    return List.of(
        team(SOCIAL_CARE, "Social Care", "C0SOCIAL", "S0CARE", "U0CITRA", Optional.of(office())),
        team(SECURITY, "Security", "C0SECURITY", "S0SECURITY", "U0SIGIT", Optional.empty()),
        team(COMMUNICATIONS, "Communications", "C0POLICY", "S0POLICY", "U0OMAR", Optional.empty()));
  }

  private static Team team(
      TeamId id, String name, String channel, String members, String lead, Optional<Hours> hours) {
    return new Team(
        id,
        text(name, name),
        Map.of(Platform.SLACK, channel),
        slack(members),
        slack(lead),
        ENGLISH,
        hours,
        List.of(new Rung.Mention(Duration.ofMinutes(15), Rung.Whom.LEAD)));
  }

  /** Monday to Friday, 08:00 to 18:00 in Jakarta, closed at Christmas. */
  public static Hours office() {
    return new Hours(
        EnumSet.range(MONDAY, FRIDAY),
        LocalTime.of(8, 0),
        LocalTime.of(18, 0),
        JAKARTA,
        Set.of(LocalDate.of(2026, 12, 25)));
  }

  private static List<Situation> situations() {
    return List.of(refund(), threat(), notSure());
  }

  private static Situation refund() {
    Situation plain = situation(
        REFUND,
        text("A customer wants a refund", "Pelanggan minta uang kembali"),
        phrases(
            List.of(
                "customer demands their money back on twitter",
                "someone is angry about a refund",
                "she says we never paid her back"),
            List.of("pelanggan minta uangnya kembali", "dia marah soal pengembalian dana")),
        SOCIAL_CARE);
    Reply reply = new Reply(
        new ReplyId("refund-1"),
        text(
            "We are sorry to hear that. Please tell us your order number in a direct message.",
            "Mohon maaf atas kejadian ini. Kirimkan nomor pesanan Anda lewat pesan langsung."),
        "customer-care",
        Optional.of(LocalDate.of(2027, 2, 1)));
    return new Situation(
        plain.id(),
        plain.title(),
        plain.examples(),
        plain.team(),
        plain.severity(),
        plain.claimWithin(),
        plain.stance(),
        advice(
            text("Please don't reply to the post.", "Mohon jangan membalas unggahan itu."),
            text(
                "If they ask you directly, give them this link.",
                "Kalau ditanya, beri tautan ini."),
            text(
                "People read it as the company speaking.", "Orang menganggapnya suara perusahaan."),
            REFUNDS),
        List.of(reply),
        false,
        false,
        true);
  }

  private static Situation threat() {
    return new Situation(
        THREAT,
        text("Somebody threatens people", "Seseorang mengancam orang"),
        phrases(
            List.of("he writes that he will hurt our staff", "a threat against the showroom"),
            List.of("ada ancaman ke karyawan kita", "dia mengancam akan datang ke showroom")),
        SECURITY,
        Severity.URGENT,
        Optional.of(Duration.ofMinutes(5)),
        Optional.empty(),
        advice(
            text(
                "Please don't answer and don't go there.",
                "Mohon jangan menjawab atau mendatangi."),
            text("Get to a safe place and call.", "Cari tempat aman lalu telepon."),
            text("Your safety comes first.", "Keselamatan Anda yang utama.")),
        List.of(),
        true,
        true,
        true);
  }

  private static Situation notSure() {
    return situation(
        NOT_SURE, text("Not sure", "Belum yakin"), phrases(List.of(), List.of()), SOCIAL_CARE);
  }

  private static List<Answer> answers() {
    return List.of(newStore(), carPhotos(), journalist(), prices(), giveaway());
  }

  private static Answer newStore() {
    return answer(
        NEW_STORE,
        text("A store that has not opened yet", "Toko yang belum buka"),
        phrases(
            List.of("may I post about the new store", "when does the new shop open"),
            List.of("boleh posting tentang toko baru", "kapan toko baru buka")),
        Verdict.HOLD,
        advice(
            text(
                "Please don't name the place or the day.",
                "Mohon jangan sebut tempat atau harinya."),
            text("Share our own post once it is out.", "Bagikan unggahan kami setelah terbit."),
            text("The lease is not signed.", "Kontrak sewanya belum ditandatangani."),
            NEWSROOM));
  }

  private static Answer carPhotos() {
    return answer(
        CAR_PHOTOS,
        text("Photos of your own car", "Foto mobil Anda sendiri"),
        phrases(
            List.of("can I share a picture of my own car", "posting photos of my car on instagram"),
            List.of("boleh upload foto mobil saya sendiri", "foto mobil pribadi di instagram")),
        Verdict.GO,
        advice(
            text(
                "Yes, enjoy it. Say that you work here.", "Silakan. Sebutkan bahwa Anda karyawan."),
            text("It is your car and your joy.", "Itu mobil dan kegembiraan Anda.")));
  }

  private static Answer journalist() {
    return answer(
        JOURNALIST,
        text("A journalist writes to you", "Jurnalis menghubungi Anda"),
        phrases(
            List.of("a reporter asked me for a comment", "can I talk to a journalist"),
            List.of("wartawan minta komentar saya", "boleh bicara dengan jurnalis")),
        Verdict.ASK,
        advice(
            text("Please don't comment yourself.", "Mohon jangan berkomentar sendiri."),
            text(
                "Thank them and give them this link.", "Ucapkan terima kasih dan beri tautan ini."),
            text(
                "The press office knows what is public.",
                "Kantor pers tahu apa yang sudah publik."),
            NEWSROOM));
  }

  private static Answer prices() {
    Answer plain = answer(
        PRICES,
        text("Prices and discounts", "Harga dan diskon"),
        phrases(
            List.of("may I tell people what the car costs", "a friend asks for a discount online"),
            List.of("boleh kasih tahu harga mobil", "teman minta diskon lewat komentar")),
        Verdict.GO,
        advice(
            text("Give them the link to our dealers.", "Beri tautan ke dealer kami."),
            text("Prices differ by city.", "Harga berbeda di tiap kota."),
            REPAIRS));
    return new Answer(
        plain.id(),
        plain.topic(),
        plain.questions(),
        plain.verdict(),
        plain.advice(),
        Optional.of(text(
            "Your dealer knows today's price: meranti.example/repairs",
            "Dealer Anda tahu harga hari ini: meranti.example/repairs")),
        Map.of(
            Stance.STRICT, text("Let Social Care answer.", "Biarkan Social Care menjawab."),
            Stance.RELAXED, text("Answer with the text below.", "Jawab dengan teks di bawah.")),
        plain.byAccount(),
        plain.approvedBy(),
        plain.approvedOn(),
        plain.owner(),
        plain.reviewBy());
  }

  private static Answer giveaway() {
    Answer plain = answer(
        GIVEAWAY,
        text("Giveaways and prize draws", "Undian berhadiah"),
        phrases(
            List.of("can I run a giveaway", "prize draw with our caps"),
            List.of("boleh bikin giveaway", "undian berhadiah topi kita")),
        Verdict.ASK,
        advice(
            text("Ask Communications first.", "Tanyakan dulu ke Communications."),
            text("Prize draws need a permit.", "Undian perlu izin.")));
    return new Answer(
        plain.id(),
        plain.topic(),
        plain.questions(),
        plain.verdict(),
        plain.advice(),
        plain.copy(),
        plain.byStance(),
        plain.byAccount(),
        plain.approvedBy(),
        plain.approvedOn(),
        plain.owner(),
        TODAY.minusDays(1));
  }

  private static Embargo embargo() {
    return new Embargo(
        MERANTI_E1,
        text("The Meranti E1", "Meranti E1"),
        phrases(List.of("Meranti E1", "project kunang"), List.of("Meranti E1", "proyek kunang")),
        Instant.parse("2027-01-15T02:00:00Z"),
        text("Something electric is coming.", "Sesuatu yang listrik akan datang."),
        text("The Meranti E1 is here.", "Meranti E1 sudah hadir."),
        advice(
            text("Share the teaser.", "Bagikan teasernya."),
            text("It is not public yet.", "Belum diumumkan."),
            NEWSROOM),
        "product-comms");
  }

  private static List<SensitiveTopic> sensitive() {
    return List.of(
        new SensitiveTopic(
            OPENING_ROUTINES,
            text("How we open and close", "Cara kita buka dan tutup"),
            phrases(
                List.of("opening routine", "alarm code", "who has the keys"),
                List.of("rutinitas buka toko", "kode alarm", "siapa pegang kunci")),
            leaveItOut("It helps a thief.", "Itu membantu pencuri."),
            true),
        new SensitiveTopic(
            TOOLS,
            text("Tools and software", "Perangkat lunak"),
            phrases(List.of("our workshop software"), List.of("aplikasi bengkel kita")),
            leaveItOut("It helps an intruder.", "Itu membantu penyusup."),
            false));
  }

  private static PersonalAccountRule sayYouWorkHere() {
    return new PersonalAccountRule(
        SAY_YOU_WORK_HERE,
        text("Say that you work here", "Sebutkan bahwa Anda karyawan"),
        phrases(
            List.of("do I have to say that I am an employee", "do I need #employee in my bio"),
            List.of("apakah harus bilang saya karyawan", "perlu tulis karyawan di bio")),
        advice(
            text(
                "Add #employee when you write about us.",
                "Tambahkan #karyawan saat menulis soal kita."),
            text("People may know who is speaking.", "Orang berhak tahu siapa yang bicara.")),
        Map.of());
  }

  private static ProtectedTopic pay() {
    return new ProtectedTopic(
        PAY,
        text("Pay", "Gaji"),
        phrases(List.of("salary", "wages", "pay rise"), List.of("gaji", "upah", "kenaikan gaji")),
        text("The policy does not restrict this.", "Kebijakan ini tidak membatasinya."),
        text("Your works council helps.", "Perwakilan karyawan membantu Anda."),
        List.of(WORKS_COUNCIL));
  }

  private static Advice leaveItToUs() {
    return advice(
        text("Please don't reply.", "Mohon jangan membalas."),
        text("Leave it to us; we are on it.", "Serahkan kepada kami."),
        text("One voice helps the customer most.", "Satu suara paling membantu pelanggan."));
  }

  private static Advice leaveItOut(String why, String indonesianWhy) {
    return advice(
        text("Please leave it out.", "Mohon jangan disebut."),
        text("Talk about the people, not the procedure.", "Ceritakan orangnya, bukan caranya."),
        text(why, indonesianWhy));
  }

  private static <I, V> Map<I, V> byId(Function<V, I> id, List<V> values) {
    Map<I, V> map = new LinkedHashMap<>();
    values.forEach(value -> map.put(id.apply(value), value));
    return map;
  }

  /** The same policy with these resources beside or instead of its own. */
  public static Policy with(Policy policy, Resource... resources) {
    Map<ResourceId, Resource> all = new LinkedHashMap<>(policy.resources());
    all.putAll(byId(Resource::id, List.of(resources)));
    return copy(
        policy,
        policy.owner(),
        policy.owners(),
        all,
        policy.teams(),
        policy.situations(),
        policy.routes(),
        policy.answers());
  }

  /** The same policy with other people for its roles. */
  public static Policy owned(Policy policy, Map<String, Members> owners) {
    return owned(policy, policy.owner(), owners);
  }

  /** The same policy, owned by others. */
  public static Policy owned(Policy policy, Members owner) {
    return owned(policy, owner, policy.owners());
  }

  private static Policy owned(Policy policy, Members owner, Map<String, Members> owners) {
    return copy(
        policy,
        owner,
        owners,
        policy.resources(),
        policy.teams(),
        policy.situations(),
        policy.routes(),
        policy.answers());
  }

  private static Policy copy(
      Policy policy,
      Map<TeamId, Team> teams,
      Map<SituationId, Situation> situations,
      List<RouteRule> routes,
      Map<RuleId, Answer> answers) {
    return copy(
        policy,
        policy.owner(),
        policy.owners(),
        policy.resources(),
        teams,
        situations,
        routes,
        answers);
  }

  private static Policy copy(
      Policy policy,
      Members owner,
      Map<String, Members> owners,
      Map<ResourceId, Resource> resources,
      Map<TeamId, Team> teams,
      Map<SituationId, Situation> situations,
      List<RouteRule> routes,
      Map<RuleId, Answer> answers) {
    return new Policy(
        policy.company(),
        policy.version(),
        policy.languages(),
        policy.zone(),
        policy.stance(),
        policy.publicContact(),
        owner,
        owners,
        policy.administrators(),
        policy.policyTeam(),
        policy.answerWithin(),
        policy.retention(),
        policy.fallback(),
        policy.trained(),
        policy.speakersNote(),
        policy.emergency(),
        resources,
        teams,
        situations,
        routes,
        answers,
        policy.groups(),
        policy.embargoes(),
        policy.sensitive(),
        policy.personalAccounts(),
        policy.protectedTopics(),
        policy.withheld());
  }

  private static Policy copy(Policy policy, Trained trained, List<SensitiveTopic> sensitive) {
    return new Policy(
        policy.company(),
        policy.version(),
        policy.languages(),
        policy.zone(),
        policy.stance(),
        policy.publicContact(),
        policy.owner(),
        policy.owners(),
        policy.administrators(),
        policy.policyTeam(),
        policy.answerWithin(),
        policy.retention(),
        policy.fallback(),
        trained,
        policy.speakersNote(),
        policy.emergency(),
        policy.resources(),
        policy.teams(),
        policy.situations(),
        policy.routes(),
        policy.answers(),
        policy.groups(),
        policy.embargoes(),
        sensitive,
        policy.personalAccounts(),
        policy.protectedTopics(),
        policy.withheld());
  }
}
