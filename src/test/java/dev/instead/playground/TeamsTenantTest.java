package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamsTenantTest {
  private static final String GENERAL = SampleTenant.GENERAL;
  private static final String SOCIAL = SampleTenant.SOCIAL;

  private final TestClock clock = new TestClock();
  private final TeamsTenant tenant = SampleTenant.tenant(clock);

  @Test
  void every_id_is_later_than_the_one_before_even_when_the_clock_stands() {
    List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
        .mapToObj(i -> CompletableFuture.runAsync(
            () -> IntStream.range(0, 50).forEach(n -> say(SOCIAL, "x", null))))
        .toList();
    writers.forEach(CompletableFuture::join);
    List<String> ids = tenant.postsIn(SOCIAL).stream().map(TeamsPost::id).toList();

    assertEquals(400, new HashSet<>(ids).size());
    assertEquals(ids.stream().sorted().toList(), ids);
    assertEquals(clock.instant(), tenant.postsIn(SOCIAL).get(0).at());
  }

  @Test
  void whoever_waits_is_woken_by_the_change_and_gives_up_in_the_end() {
    CompletableFuture<TeamsPost> waiting = CompletableFuture.supplyAsync(
        () -> tenant.awaitPost(SOCIAL, post -> post.text().equals("Now"), Duration.ofSeconds(10)));
    say(SOCIAL, "Now", null);

    assertEquals("Now", waiting.join().text());
    assertFalse(tenant.await(here -> false, Duration.ofMillis(1)));
    assertThrows(
        IllegalStateException.class,
        () -> tenant.awaitPost(SOCIAL, post -> false, Duration.ofMillis(1)));
  }

  @Test
  void listeners_hear_in_order_what_changed_for_whom_until_they_leave() throws Exception {
    List<ChatChange> heard = new ArrayList<>();
    AutoCloseable ear = tenant.listen(heard::add);
    say(SOCIAL, "One", null);
    tenant.screens().say(SampleTenant.DEWI, "Thanks");
    ear.close();
    say(SOCIAL, "Two", null);

    assertEquals(2, heard.size());
    assertEquals(ChatChange.Kind.MESSAGE, heard.get(0).kind());
    assertEquals(Set.of(SOCIAL), heard.get(0).conversations());
    assertEquals(
        Set.of(SampleTenant.ANA, SampleTenant.BEN, SampleTenant.CITRA, SampleTenant.OMAR),
        heard.get(0).people());
    assertEquals(Set.of(SampleTenant.DEWI), heard.get(1).people());
    assertEquals(heard.get(0).revision() + 1, heard.get(1).revision());
  }

  @Test
  void a_thread_is_its_first_message_and_the_replies() {
    TeamsPost root = say(SOCIAL, "Root", null);
    TeamsPost reply = say(SOCIAL, "Reply", root.id());
    say(SOCIAL, "Another", null);
    assertEquals(List.of(root, reply), tenant.thread(SOCIAL, root.id()));
    assertEquals(SOCIAL + ";messageid=" + root.id(), reply.thread());
    assertEquals(root.thread(), reply.thread());
  }

  @Test
  void unread_is_what_others_wrote_since_and_what_is_meant_for_the_reader() {
    say(GENERAL, "Old", null);
    tenant.markRead(SampleTenant.DEWI, GENERAL);
    TeamsPost news = say(GENERAL, "New", null);
    tenant.post(TeamsTenant.Draft.text(GENERAL, SampleTenant.DEWI, "Mine", null));
    tenant.post(targeted(SampleTenant.BUDI));
    TeamsPost hers = tenant.post(targeted(SampleTenant.DEWI));
    assertEquals(List.of(news, hers), tenant.unreadBy(SampleTenant.DEWI, GENERAL));
  }

  @Test
  void a_closed_channel_belongs_to_its_members_and_an_open_one_to_the_team() {
    assertEquals(
        List.of(SampleTenant.LARAS),
        tenant.roster(SampleTenant.LEGAL).stream().map(TeamsPerson::aad).toList());
    assertEquals(10, tenant.roster(GENERAL).size());
    tenant.put(tenant.place(SampleTenant.LEGAL).joinedBy(SampleTenant.MAYA));
    tenant.put(tenant.place(SampleTenant.LEGAL).leftBy(SampleTenant.LARAS));
    assertEquals(SampleTenant.MAYA, tenant.roster(SampleTenant.LEGAL).get(0).aad());
  }

  @Test
  void everything_a_reader_sees_is_there_and_what_buttons_send_is_not() {
    TeamsPost post = tenant.post(new TeamsTenant.Draft(
        SOCIAL,
        TeamsTenant.BOT,
        "",
        "A case",
        Json.array()
            .add(
                Cards.of(
                    "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'RichTextBlock','inlines':['in',{'type':'TextRun','text':'line'}]},"
                        + "{'type':'FactSet','facts':[{'title':'Due','value':'today'}]}],"
                        + "'actions':[{'type':'Action.Execute','title':'Take it','verb':'v','data':{'value':'secret'}}]}")),
        null,
        null));
    String all = post.everything();
    assertTrue(List.of("in", "line", "Due", "today", "Take it").stream().allMatch(all::contains));
    assertFalse(all.contains("secret"));
  }

  @Test
  void small_talk_is_there_to_be_reported_and_is_already_read() {
    SampleTenant.smallTalk(tenant);
    assertTrue(tenant.postsIn(GENERAL).get(2).text().contains("https://x.com/"));
    assertTrue(tenant.unreadBy(SampleTenant.BUDI, GENERAL).isEmpty());
  }

  @Test
  void the_same_colleagues_have_the_same_address_on_both_platforms() {
    Set<String> onSlack = new HashSet<>();
    SampleCompany.workspace().people().forEach(person -> onSlack.add(person.email()));
    tenant.people().stream()
        .filter(person -> person.traits().isEmpty())
        .forEach(person -> assertTrue(onSlack.contains(person.userPrincipalName())));
  }

  private TeamsPost say(String conversation, String text, @Nullable String root) {
    return tenant.post(TeamsTenant.Draft.text(conversation, SampleTenant.ANA, text, root));
  }

  private static TeamsTenant.Draft targeted(String aad) {
    return new TeamsTenant.Draft(GENERAL, TeamsTenant.BOT, "Only you", "", Json.array(), null, aad);
  }
}
