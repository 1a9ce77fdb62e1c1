package dev.instead.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sites for reviews, whose many national hosts show the same ones. */
final class Reviews {
  private Reviews() {}

  static Optional<String> key(Networks link) {
    if (isOf(link.host(), "yelp")) {
      return Optional.of(yelp(link));
    }
    if (isOf(link.host(), "tripadvisor")) {
      return Optional.of(tripadvisor(link));
    }
    if (link.isOrUnder("trustpilot.com")) {
      return Optional.of("trustpilot.com" + link.named(""));
    }
    return Optional.empty();
  }

  private static String yelp(Networks link) {
    String inFragment = link.fragment().startsWith("hrid:") ? link.fragment().substring(5) : "";
    String review = link.parameter("hrid").isEmpty() ? inFragment : link.parameter("hrid");
    if (!link.at(0).equals("biz") || link.at(1).isEmpty()) {
      return "yelp.com" + link.named("");
    }
    return "yelp.com/biz/" + link.at(1)
        + (review.isEmpty() ? "" : "?hrid=" + Percent.normal(review));
  }

  /** {@code /ShowUserReviews-g294229-d1234-r567-Hotel.html} is review 567. */
  private static String tripadvisor(Networks link) {
    if (link.at(0).startsWith("ShowUserReviews-")) {
      for (String part : link.at(0).split("-", -1)) {
        if (part.matches("r[0-9]{1,20}")) {
          return "tripadvisor.com/review/" + part;
        }
      }
    }
    return "tripadvisor.com" + link.named("");
  }

  /** Whether the host is {@code id.NAME.com}, {@code NAME.co.uk} and the like; not {@code NAME.other.com}. */
  private static boolean isOf(String host, String name) {
    List<String> labels = List.of(host.split("\\.", -1));
    int after = labels.size() - 1 - labels.indexOf(name);
    boolean ending =
        after == 1 || (after == 2 && Set.of("co", "com").contains(labels.get(labels.size() - 2)));
    return labels.contains(name) && labels.indexOf(name) <= 1 && ending;
  }
}
