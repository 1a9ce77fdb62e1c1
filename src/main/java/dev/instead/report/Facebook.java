package dev.instead.report;

import java.util.Locale;

/**
 * Facebook's many addresses. Ids of posts, photos and videos are unique in all of Facebook, so whose page they are on is left out: the
 * same post is shown under a user's name and under a number.
 */
final class Facebook {
  private final Networks link;

  Facebook(Networks link) {
    this.link = link;
  }

  String key() {
    String story = firstOf("story_fbid", "multi_permalinks");
    if (!story.isEmpty()) {
      return post(story);
    }
    if (link.at(0).equals("share")) {
      // Opaque: only Facebook knows which post it is.
      return "facebook.com/" + String.join("/", link.path());
    }
    String photo = link.at(0).startsWith("photo") ? link.parameter("fbid") : "";
    String video =
        link.at(0).equals("watch") || link.at(0).equals("video.php") ? link.parameter("v") : "";
    if (!photo.isEmpty() || !video.isEmpty()) {
      return photo.isEmpty() ? commented("video", video) : commented("photo", photo);
    }
    return byPath();
  }

  private String byPath() {
    String last = link.at(link.path().size() - 1);
    for (int i = 0; i + 1 < link.path().size(); i++) {
      switch (link.at(i)) {
        case "posts", "permalink" -> {
          return post(last);
        }
        case "photos" -> {
          return commented("photo", last);
        }
        case "videos", "reel" -> {
          return commented("video", last);
        }
        default -> {}
      }
    }
    if (link.at(0).equals("people") && link.path().size() == 3) {
      return "facebook.com/" + last;
    }
    if (link.at(0).equals("profile.php") && !link.parameter("id").isEmpty()) {
      return "facebook.com/" + link.parameter("id").toLowerCase(Locale.ROOT);
    }
    return link.named("facebook.com");
  }

  private String post(String id) {
    return commented("posts", id);
  }

  private String commented(String kind, String id) {
    String comment = firstOf("reply_comment_id", "comment_id");
    return "facebook.com/" + kind + "/" + id + (comment.isEmpty() ? "" : "/comment/" + comment);
  }

  private String firstOf(String name, String otherwise) {
    String value = link.parameter(name);
    return value.isEmpty() ? link.parameter(otherwise) : value;
  }
}
