package dev.instead.report;

import dev.instead.report.LinkKey.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The ways in which the big networks write one post, as far as text alone tells. Short links that only their owner can resolve
 * ({@code vm.tiktok.com/…}, {@code t.co/…}, {@code fb.watch/…}, {@code maps.app.goo.gl/…}) stay what they are. A comment is a post of its own.
 */
final class Networks {
  /** Says on these networks how somebody came here, or how the page looks; elsewhere it may say which page. */
  private static final Set<String> NOISE = Set.of(
      "si",
      "s",
      "t",
      "feature",
      "_r",
      "_t",
      "_d",
      "hl",
      "pp",
      "app",
      "ref",
      "refid",
      "refsrc",
      "rcm",
      "trk",
      "trackingid",
      "context",
      "locale",
      "_rdr",
      "paipv",
      "eav",
      "extid",
      "wtsid",
      "__tn__",
      "__xts__",
      "notif_id",
      "notif_t",
      "fref",
      "hc_ref",
      "acontext",
      "img_index",
      "is_from_webapp",
      "sender_device",
      "sender_web_id",
      "web_id",
      "share_app_id",
      "u_code",
      "xmt",
      "slof",
      "ab_channel",
      "rdt",
      "single",
      "g_ep",
      "entry",
      "igsh",
      "dpr",
      "original_referer");

  private final String host;
  private final List<String> path;
  private final List<Parameter> query;
  private final String fragment;

  private Networks(String host, List<String> path, List<Parameter> query, String fragment) {
    this.host = host;
    this.path = path;
    this.query = query;
    this.fragment = fragment;
  }

  /** The post's key, or empty when the host is no network that is known here. */
  static Optional<String> key(
      String host, List<String> path, List<Parameter> query, String fragment) {
    return new Networks(host, path, query, fragment).key();
  }

  private Optional<String> key() {
    if (isAny("x.com", "twitter.com", "fxtwitter.com", "vxtwitter.com", "fixupx.com", "nitter.net")
        || host.startsWith("nitter.")) {
      return Optional.of(x());
    }
    if ((isOrUnder("facebook.com") && !host.equals("l.facebook.com")) || isAny("fb.com")) {
      return Optional.of(new Facebook(this).key());
    }
    if (isAny("instagram.com", "instagr.am")) {
      return Optional.of(instagram());
    }
    if (isOrUnder("youtube.com") || isAny("youtu.be", "youtube-nocookie.com")) {
      return Optional.of(youtube());
    }
    if (isAny("tiktok.com")) {
      return Optional.of(tiktok());
    }
    if (isOrUnder("linkedin.com")) {
      return Optional.of(linkedin());
    }
    if (isOrUnder("reddit.com") || isAny("redd.it")) {
      return Optional.of(reddit());
    }
    if (isAny("threads.net", "threads.com")) {
      return Optional.of(threads());
    }
    if (isAny("bsky.app")) {
      return Optional.of(bluesky());
    }
    if (isAny(
        "fb.watch",
        "fb.me",
        "vm.tiktok.com",
        "vt.tiktok.com",
        "t.co",
        "lnkd.in",
        "maps.app.goo.gl",
        "t.me")) {
      return Optional.of(LinkKey.joined(host, at(0).equals("s") ? from(1) : path, List.of(), ""));
    }
    return Reviews.key(this);
  }

  private String x() {
    // The user's name in front is decoration: X shows the post of that number under any name.
    List<String> all =
        fragment.startsWith("!/") ? List.of(fragment.substring(2).split("/", -1)) : path;
    for (int i = 0; i + 1 < all.size(); i++) {
      String id = leadingDigits(all.get(i + 1));
      if ((all.get(i).equals("status") || all.get(i).equals("statuses")) && !id.isEmpty()) {
        return "x.com/i/status/" + id;
      }
    }
    return named("x.com");
  }

  private String instagram() {
    int kind = path.size() > 2 && !isPostKind(at(0)) && isPostKind(at(1)) ? 1 : 0;
    if (isPostKind(at(kind)) && path.size() > kind + 1 && !at(kind + 1).equals("audio")) {
      String comment = at(kind + 2).equals("c") ? at(kind + 3) : "";
      String post = "instagram.com/p/" + at(kind + 1);
      return comment.isEmpty() ? post : post + "/c/" + comment;
    }
    return named("instagram.com");
  }

  private static boolean isPostKind(String segment) {
    return Set.of("p", "reel", "reels", "tv").contains(segment);
  }

  private String youtube() {
    String id = parameter("v");
    if (host.equals("youtu.be")) {
      id = at(0);
    } else if (Set.of("shorts", "live", "embed", "v", "e").contains(at(0))) {
      id = at(1);
    }
    if (id.length() == 11) {
      return "youtube.com/watch?v=" + id
          + (parameter("lc").isEmpty() ? "" : "&lc=" + parameter("lc"));
    }
    String post = at(0).equals("post") ? at(1) : parameter("lb");
    return post.isEmpty() ? named("youtube.com") : "youtube.com/post/" + post;
  }

  private String tiktok() {
    for (int i = 0; i + 1 < path.size(); i++) {
      String id = leadingDigits(at(i + 1));
      if (Set.of("video", "photo", "v", "v2", "v3").contains(at(i)) && id.length() > 9) {
        return "tiktok.com/video/" + id;
      }
    }
    return named("tiktok.com");
  }

  private String linkedin() {
    String urn = at(0).equals("feed") && at(1).equals("update") ? plain(at(2)) : "";
    String post = "";
    for (String kind : List.of("activity", "share", "ugcPost")) {
      if (urn.startsWith("urn:li:" + kind + ":")) {
        post = kind + "/" + leadingDigits(urn.substring(8 + kind.length()));
      }
      int named = at(0).equals("posts") ? at(1).lastIndexOf("-" + kind + "-") : -1;
      if (named >= 0) {
        post = kind + "/" + leadingDigits(at(1).substring(named + kind.length() + 2));
      }
    }
    return post.isEmpty() || post.endsWith("/")
        ? named("linkedin.com")
        : "linkedin.com/" + post + linkedinComment();
  }

  // urn:li:comment:(activity:POST,COMMENT) and urn:li:fsd_comment:(COMMENT,urn:li:activity:POST)
  // are the same comment.
  private String linkedinComment() {
    String urn = plain(parameter("commentUrn"));
    String dashed = plain(parameter("dashCommentUrn"));
    String comment = urn.isEmpty()
        ? leadingDigits(dashed.substring(dashed.indexOf('(') + 1))
        : leadingDigits(urn.substring(urn.lastIndexOf(',') + 1));
    return comment.isEmpty() ? "" : "/comment/" + comment;
  }

  private String reddit() {
    if (host.equals("redd.it")) {
      return "reddit.com/comments/" + at(0);
    }
    if (isAny("v.redd.it", "i.redd.it")) {
      return LinkKey.joined(host, path, List.of(), "");
    }
    int comments = path.indexOf("comments");
    if (at(0).equals("gallery") && path.size() > 1) {
      return "reddit.com/comments/" + at(1);
    }
    if (comments < 0 || path.size() < comments + 2) {
      return named("reddit.com");
    }
    // …/comments/POST/slug/COMMENT, where the slug may be anything, also "comment"
    String comment = at(comments + 3);
    return "reddit.com/comments/" + at(comments + 1) + (comment.isEmpty() ? "" : "/" + comment);
  }

  private String threads() {
    int post = at(0).equals("t") ? 1 : at(1).equals("post") ? 2 : -1;
    return post > 0 && path.size() > post ? "threads.com/post/" + at(post) : named("threads.com");
  }

  private String bluesky() {
    boolean post = at(0).equals("profile") && at(2).equals("post") && path.size() > 3;
    return post
        ? "bsky.app/profile/" + at(1).toLowerCase(Locale.ROOT) + "/post/" + at(3)
        : named("bsky.app");
  }

  /** Any other page of a network: without noise, and a lone user name in lower case, which none of them distinguishes. */
  String named(String network) {
    boolean user = path.size() == 1;
    return LinkKey.joined(
        network,
        user ? List.of(at(0).toLowerCase(Locale.ROOT)) : path,
        query.stream().filter(p -> !isNoise(p.name().toLowerCase(Locale.ROOT))).toList(),
        "");
  }

  private static boolean isNoise(String name) {
    return NOISE.contains(name) || name.startsWith("__cft__");
  }

  boolean isAny(String... hosts) {
    return List.of(hosts).contains(host);
  }

  boolean isOrUnder(String site) {
    return host.equals(site) || host.endsWith("." + site);
  }

  String host() {
    return host;
  }

  List<String> path() {
    return path;
  }

  String fragment() {
    return fragment;
  }

  /** A segment of the path, or nothing where there is none. */
  String at(int index) {
    return index >= 0 && index < path.size() ? path.get(index) : "";
  }

  private List<String> from(int index) {
    return path.subList(index, path.size());
  }

  /** A parameter's value, or nothing. */
  String parameter(String name) {
    return query.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .map(Parameter::value)
        .orElse("");
  }

  private static String plain(String encoded) {
    return Percent.decoded(encoded).orElse(encoded);
  }

  static String leadingDigits(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return text.substring(0, end);
  }
}
