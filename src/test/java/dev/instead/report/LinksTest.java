package dev.instead.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.report.Links.Parsed;
import dev.instead.report.Links.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", textBlock = """
      https://example.com -> example.com
      http://example.com/ -> example.com
      HTTPS://WWW.Example.COM/Path/ -> example.com/Path
      example.com/a -> example.com/a
      https:example.com/a -> example.com/a
      https:///example.com/a -> example.com/a
      https:\\\\example.com\\a -> example.com/a
      https://example.com:443/a -> example.com/a
      http://example.com:80/a -> example.com/a
      https://example.com:8443/a -> example.com:8443/a
      example.com:8443/a -> example.com:8443/a
      https://example.com./a -> example.com/a
      https://m.example.com/a -> example.com/a
      https://www.m.example.com/a -> example.com/a
      https://mobile.example.com/a -> example.com/a
      https://amp.example.com/a -> example.com/a
      https://old.example.com/a -> old.example.com/a
      https://m.co.id/a -> m.co.id/a
      https://m.com/a -> m.com/a
      https://m.detik.co.id/a -> detik.co.id/a
      https://example.com/a#comments -> example.com/a
      https://example.com/a#!/post/7 -> example.com/a#!/post/7
      https://example.com/#/post/7 -> example.com#/post/7
      https://example.com/a/./b/../c -> example.com/a/c
      https://example.com//a///b -> example.com/a/b
      https://example.com/a%7eb%2fc%c3%a9 -> example.com/a~b%2Fc%C3%A9
      https://example.com/café -> example.com/caf%C3%A9
      https://example.com/100% -> example.com/100%25
      https://example.com/a?b=2&a=1 -> example.com/a?a=1&b=2
      https://example.com/a?q=x+y -> example.com/a?q=x%20y
      https://example.com/a?q=x%20y -> example.com/a?q=x%20y
      https://example.com/a?id=1&utm_source=x&utm_medium=y&fbclid=z&gclid=1&lang=id -> example.com/a?id=1
      https://example.com/a?s=1&t=2&si=3 -> example.com/a?s=1&si=3&t=2
      https://example.com/a?& -> example.com/a
      https://münchen.example/a -> xn--mnchen-3ya.example/a
      https://MÜNCHEN.example/a -> xn--mnchen-3ya.example/a
      https://8.8.8.8/a -> 8.8.8.8/a
      https://0x08080808/a -> 8.8.8.8/a
      https://[2606:4700::1111]/a -> [2606:4700:0:0:0:0:0:1111]/a
      https://en.wikipedia.org/wiki/Java_(island) -> en.wikipedia.org/wiki/Java_(island)
      <https://example.com/a|the post> -> example.com/a
      <https://example.com/a> -> example.com/a
      https://example.com/a, -> example.com/a
      https://example.com/a). -> example.com/a
      """)
  void every_way_of_writing_an_address_has_one_key(String typed, String key) {
    assertEquals(key, good(typed).key());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", textBlock = """
      https://x.com/dewi/status/1790 -> x.com/i/status/1790
      https://x.com/i/web/status/1790 -> x.com/i/status/1790
      https://twitter.com/#!/dewi/status/1790 -> x.com/i/status/1790
      https://x.com/Dewi?s=20 -> x.com/dewi
      https://x.com/search?q=meranti&f=live&t=1 -> x.com/search?f=live&q=meranti
      https://t.co/AbC -> t.co/AbC
      https://www.facebook.com/story.php?story_fbid=99&id=7 -> facebook.com/posts/99
      https://m.facebook.com/meranti/posts/pfbid02AbC?__cft__[0]=AZ&__tn__=-R -> facebook.com/posts/pfbid02AbC
      https://www.facebook.com/groups/5/permalink/99/ -> facebook.com/posts/99
      https://www.facebook.com/meranti/posts/99?comment_id=5 -> facebook.com/posts/99/comment/5
      https://www.facebook.com/photo.php?fbid=12&set=a.3&type=3 -> facebook.com/photo/12
      https://www.facebook.com/meranti/photos/a.3/12/?type=3 -> facebook.com/photo/12
      https://www.facebook.com/watch/?v=44 -> facebook.com/video/44
      https://www.facebook.com/meranti/videos/a-title/44/ -> facebook.com/video/44
      https://www.facebook.com/reel/44?mibextid=x -> facebook.com/video/44
      https://www.facebook.com/share/p/AbC/?mibextid=x -> facebook.com/share/p/AbC
      https://www.facebook.com/Meranti?__cft__[0]=AZ&__tn__=-R -> facebook.com/meranti
      https://fb.watch/AbC/ -> fb.watch/AbC
      https://fb.com/Meranti -> facebook.com/meranti
      https://www.facebook.com/profile.php?id=100&sk=about -> facebook.com/100
      https://www.instagram.com/p/Cx_1-/?igsh=abc&img_index=2 -> instagram.com/p/Cx_1-
      https://www.instagram.com/p/Cx1/c/178 -> instagram.com/p/Cx1/c/178
      https://www.instagram.com/Dewi/ -> instagram.com/dewi
      https://www.instagram.com/stories/dewi/33/ -> instagram.com/stories/dewi/33
      https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s&list=PL1&lc=Ugx1 -> youtube.com/watch?v=dQw4w9WgXcQ&lc=Ugx1
      https://www.youtube.com/post/Ugkx1 -> youtube.com/post/Ugkx1
      https://www.youtube.com/@Meranti?si=x -> youtube.com/@meranti
      https://vm.tiktok.com/ZMabc/?_r=1 -> vm.tiktok.com/ZMabc
      https://www.tiktok.com/t/ZTabc/ -> tiktok.com/t/ZTabc
      https://lnkd.in/eAbC -> lnkd.in/eAbC
      https://www.linkedin.com/in/dewi/?trk=x -> linkedin.com/in/dewi
      https://www.reddit.com/r/cars/s/AbC -> reddit.com/r/cars/s/AbC
      https://bsky.app/profile/Dewi.bsky.social/post/3k -> bsky.app/profile/dewi.bsky.social/post/3k
      https://mastodon.social/@dewi/1122 -> mastodon.social/@dewi/1122
      https://maps.app.goo.gl/AbC?g_st=ic -> maps.app.goo.gl/AbC
      https://www.google.com/maps/place/Meranti/@-7.2,112.7,17z -> google.com/maps/place/Meranti/@-7.2,112.7,17z
      https://www.tripadvisor.co.id/ShowUserReviews-g1-d2-r345-Meranti.html#REVIEWS -> tripadvisor.com/review/r345
      https://uk.trustpilot.com/reviews/64ab -> trustpilot.com/reviews/64ab
      https://www.tokopedia.com/meranti/oil-filter -> tokopedia.com/meranti/oil-filter
      https://shopee.co.id/Oil-i.1.2 -> shopee.co.id/Oil-i.1.2
      https://yelp.other.example/biz/a -> yelp.other.example/biz/a
      https://notfacebook.com/meranti/posts/9 -> notfacebook.com/meranti/posts/9
      """)
  void networks_posts_are_known_by_their_ids(String typed, String key) {
    assertEquals(key, good(typed).key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.com/a/status/1 https://twitter.com/b/status/1/photo/1 https://mobile.twitter.com/c/status/1?s=20&t=Z"
            + " https://nitter.net/a/status/1#m https://x.com/i/status/1 https://fxtwitter.com/a/status/1/video/1",
        "https://m.facebook.com/story.php?id=7&story_fbid=9 https://facebook.com/permalink.php?story_fbid=9&id=7"
            + " https://web.facebook.com/meranti/posts/9 https://mbasic.facebook.com/meranti/posts/9?refid=17"
            + " https://id-id.facebook.com/meranti/posts/a-title/9/ fb.com/groups/3/posts/9/?rdid=x&sfnsn=wa",
        "https://instagram.com/p/C1/ https://www.instagram.com/reel/C1/?igshid=x https://instagram.com/reels/C1"
            + " https://www.instagram.com/dewi/p/C1/ https://instagr.am/tv/C1",
        "https://youtu.be/dQw4w9WgXcQ?si=a https://www.youtube.com/watch?v=dQw4w9WgXcQ&feature=share"
            + " https://youtube.com/shorts/dQw4w9WgXcQ https://m.youtube.com/live/dQw4w9WgXcQ?t=3"
            + " https://music.youtube.com/watch?v=dQw4w9WgXcQ https://youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "https://www.tiktok.com/@dewi/video/7301234567890?is_from_webapp=1&lang=id tiktok.com/@other/video/7301234567890"
            + " https://m.tiktok.com/v/7301234567890.html https://www.tiktok.com/embed/v2/7301234567890",
        "https://www.linkedin.com/feed/update/urn:li:activity:71/ https://id.linkedin.com/posts/dewi_cars-activity-71-AbC?utm_source=share"
            + " https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A71?trk=x",
        "https://www.linkedin.com/feed/update/urn:li:activity:71?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A71%2C72%29"
            + " https://www.linkedin.com/feed/update/urn:li:activity:71?dashCommentUrn=urn%3Ali%3Afsd_comment%3A%2872%2Curn%3Ali%3Aactivity%3A71%29",
        "https://www.reddit.com/r/cars/comments/1ab/my_car/ https://old.reddit.com/r/cars/comments/1ab https://redd.it/1ab"
            + " https://new.reddit.com/comments/1ab/?share_id=x&utm_name=y https://reddit.com/gallery/1ab",
        "https://www.reddit.com/r/cars/comments/1ab/my_car/k9/ https://www.reddit.com/r/cars/comments/1ab/comment/k9/?context=3",
        "https://www.threads.net/@dewi/post/Cq1?xmt=A https://threads.com/@other/post/Cq1 https://threads.net/t/Cq1",
        "https://www.yelp.com/biz/meranti?hrid=R1&osq=car https://m.yelp.co.uk/biz/meranti?hrid=R1 https://id.yelp.com/biz/meranti#hrid:R1",
        "https://meranti.example/a?x=1&y=2 http://www.meranti.example/a/?y=2&x=1&utm_campaign=z#top m.meranti.example/%61?x=1&y=2",
      })
  void these_are_the_same_post(String links) {
    assertEquals(
        1,
        Stream.of(links.split(" ", -1)).map(link -> good(link).key()).distinct().count(),
        () -> Stream.of(links.split(" ", -1))
            .map(link -> good(link).key())
            .collect(Collectors.joining("\n")));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", textBlock = """
      https://x.com/a/status/1 -> https://x.com/a/status/12
      https://youtu.be/dQw4w9WgXcQ -> https://youtu.be/dqw4w9wgxcq
      https://youtu.be/dQw4w9WgXcQ -> https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=Ugx1
      https://redd.it/1ab -> https://www.reddit.com/r/cars/comments/1ab/my_car/k9/
      https://www.yelp.com/biz/meranti -> https://www.yelp.com/biz/meranti?hrid=R1
      https://facebook.com/a/posts/9 -> https://facebook.com/a/photos/9
      https://linkedin.com/feed/update/urn:li:activity:7 -> https://linkedin.com/feed/update/urn:li:share:7
      https://example.com/a?b=c%26d -> https://example.com/a?b=c&d
      https://example.com/A -> https://example.com/a
      """)
  void these_are_different_posts(String one, String other) {
    assertNotEquals(good(one).key(), good(other).key());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", textBlock = """
      javascript:alert(1) -> NOT_WEB
      JavaScript://example.com/%0aalert(1) -> NOT_WEB
      data:text/html,<b>x</b> -> NOT_WEB
      file:///etc/passwd -> NOT_WEB
      ftp://example.com/a -> NOT_WEB
      mailto:dewi@example.com -> NOT_WEB
      tel:112 -> NOT_WEB
      gopher2://example.com -> NOT_WEB
      https://dewi:secret@example.com/a -> CREDENTIALS
      https://dewi@example.com/a -> CREDENTIALS
      https://www.google.com@evil.example/a -> CREDENTIALS
      dewi:secret@example.com -> CREDENTIALS
      dewi@example.com -> MISTYPED
      @dewi -> MISTYPED
      hello -> MISTYPED
      htps://example.com/a -> MISTYPED
      https//example.com/a -> MISTYPED
      https:// -> MISTYPED
      https:///// -> MISTYPED
      https://exa mple.com -> MISTYPED
      https://example..com/a -> MISTYPED
      https://-a-.example.com -> MISTYPED
      https://exam!ple.com -> MISTYPED
      https://example.com:port/ -> MISTYPED
      https://example.com:70000/ -> MISTYPED
      https://256.1.1.1/ -> MISTYPED
      https://1.2.3.4.5/ -> MISTYPED
      https://[::1/ -> MISTYPED
      https://[1:2:3]/ -> MISTYPED
      https://[fe80::1%25eth0]/ -> MISTYPED
      https://%ff%fe.com/ -> MISTYPED
      """)
  void what_is_no_link_to_a_post_is_told_apart(String typed, Problem problem) {
    assertEquals(new Parsed.Bad(problem), Links.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "http://localhost:8080/x",
        "localhost:8080",
        "https://LOCALHOST./",
        "http://a.localhost/",
        "http://intranet/",
        "intranet/wiki",
        "https://wiki.meranti.internal",
        "http://nas.local/",
        "http://router.lan",
        "http://git.corp/a",
        "http://box.home.arpa/",
        "http://127.0.0.1/",
        "127.0.0.1:3000/x",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7F.1/",
        "http://0177.0.0.1/",
        "http://017700000001",
        "http://010.0.0.1/",
        "http://127.0.0.1./",
        "http://127%2e0.0.1/",
        "http://１２７。0。0。1/",
        "http://0/",
        "http://0.0.0.0:80/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://100.127.255.255",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[0:0:0:0:0:0:0:1]:8080/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::7f00:1]/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://[ff02::1]/",
        "http://127.0.0.1.nip.io/",
        "https:\\\\localhost\\x",
        "http://lo\u200bcalhost/",
      })
  void internal_addresses_are_refused_in_every_spelling(String typed) {
    assertEquals(new Parsed.Bad(Problem.INTERNAL), Links.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://172.15.0.1/",
        "http://172.32.0.1/",
        "http://100.63.0.1/",
        "http://100.128.0.1/",
        "http://11.0.0.1/",
        "http://169.253.1.1/",
        "http://[::ffff:8.8.8.8]/",
        "http://[2002:808:808::]/",
        "http://local.example/",
        "http://mylocal.com/",
        "http://10.example.com/",
        "http://192.168.1.1.example.com/",
      })
  void their_public_neighbours_are_not(String typed) {
    assertTrue(
        Links.parse(typed) instanceof Parsed.Good, () -> Links.parse(typed).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\t", "\u200b\u202e", "<>", "..."})
  void nothing_typed_is_empty(String typed) {
    assertEquals(new Parsed.Bad(Problem.EMPTY), Links.parse(typed));
  }

  @Test
  void a_link_is_at_most_two_thousand_characters_long() {
    String longest = "https://example.com/" + "a".repeat(1_980);

    assertTrue(Links.parse(longest) instanceof Parsed.Good);
    assertEquals(new Parsed.Bad(Problem.TOO_LONG), Links.parse(longest + "a"));
  }

  @Test
  void a_key_is_short_enough_to_be_indexed_and_still_tells_long_links_apart() {
    String longLink = "https://example.com/" + "é".repeat(1_900);

    assertEquals(LinkKey.MAX_LENGTH, good(longLink).key().length());
    assertNotEquals(good(longLink).key(), good(longLink + "a").key());
  }

  @Test
  void hidden_characters_are_taken_away() {
    assertEquals("https://x.com/a", good("\u200ehttps://x.com/\u202ea\u0007").url());
    assertEquals(new Parsed.Bad(Problem.NOT_WEB), Links.parse("java\u200bscript:alert(1)"));
    assertEquals(
        "https://example.com/می\u200cخواهم",
        good("https://example.com/می\u200cخواهم").url());
  }

  @Test
  void the_url_for_people_stays_as_typed_but_breaks_no_markup_and_shows_its_true_host() {
    assertEquals(
        "http://m.example.com/A?utm_x=1#c",
        good("http://m.example.com/A?utm_x=1#c").url());
    assertEquals(
        "https://example.com/a%7Cb%3E%3C!channel%3E",
        good("example.com/a|b><!channel>x").url().substring(0, 42));
    assertEquals("https://xn--pple-43d.com/", good("https://аpple.com/").url());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", textBlock = """
      https://x.com/a/status/1 customer is angry -> https://x.com/a/status/1 -> customer is angry
      she is angry: https://x.com/a/status/1. Refund? -> https://x.com/a/status/1 -> she is angry: . Refund?
      see (x.com/a/status/1) please -> https://x.com/a/status/1 -> see ( ) please
      look <https://x.com/a/status/1|the post here> now -> https://x.com/a/status/1 -> look now
      at www.example.com they say -> https://www.example.com -> at they say
      http://intranet/a or https://x.com/b -> https://x.com/b -> http://intranet/a or
      link:https://x.com/b -> https://x.com/b -> link:
      """)
  void the_first_good_link_is_found_in_a_text_and_taken_out(String text, String url, String words) {
    Links.Split split = Links.split(text).orElseThrow();

    assertEquals(url, split.link().url());
    assertEquals(Optional.of(split.link()), Links.firstIn(text));
    assertEquals(words, split.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no link",
        "we never paid her back.she is angry",
        "and/or",
        "e.g. this",
        "v1.2/3",
        "javascript:alert(1)",
        "write to dewi@example.com",
        "http://localhost/x",
        "1/2.5/3",
        "<http",
        "://",
        "a://b",
      })
  void a_text_without_a_link_has_none(String text) {
    assertEquals(Optional.empty(), Links.firstIn(text));
  }

  @Test
  void a_text_without_a_link_has_nothing_to_split() {
    assertEquals(Optional.empty(), Links.split(" only words "));
  }

  @ParameterizedTest
  @MethodSource
  void hostile_input_takes_no_time(String text) {
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
      Links.parse(text);
      Links.split(text);
    });
  }

  static Stream<String> hostile_input_takes_no_time() {
    return Stream.of(
            "a",
            ".",
            "/",
            "%",
            "%2e",
            "<http",
            "<http>",
            "http://",
            "https://a ",
            "://",
            ")",
            "(",
            "[",
            "@",
            "x.",
            "www.",
            "?a&",
            "../",
            "0x",
            "1.",
            ":",
            "::",
            "é.",
            "\u200b",
            "😀",
            "\uD83D",
            "x.com/status/ ",
            "\\",
            "#!/",
            "www.m.",
            "<http ")
        .map(piece -> piece.repeat(100_000 / piece.length()));
  }

  private static Link good(String typed) {
    if (Links.parse(typed) instanceof Parsed.Good good) {
      return good.link();
    }
    throw new AssertionError(typed + " gave " + Links.parse(typed));
  }
}
