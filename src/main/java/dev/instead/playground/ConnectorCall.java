package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One call of the Bot Connector.
 *
 * @param parts the path below {@code /connector}: region, tenant, {@code v3} and so on, decoded
 */
record ConnectorCall(String method, List<String> parts, Arguments query, String body) {
  ConnectorCall {
    parts = List.copyOf(parts);
  }

  String region() {
    return part(0);
  }

  String tenant() {
    return part(1);
  }

  /** The n-th part of the path behind {@code v3}, or "". */
  String after(int index) {
    return part(2).equals("v3") ? part(3 + index) : "";
  }

  int length() {
    return Math.max(0, parts.size() - 3);
  }

  /** What is asked for, without ids: {@code conversations}, {@code activities}, {@code pagedmembers}, {@code teams}… */
  String operation() {
    return length() > 2 ? after(2) : after(0);
  }

  boolean isTargeted() {
    return query.flag("isTargetedActivity");
  }

  ObjectNode json() {
    return Json.readObject(body)
        .orElseThrow(() -> new TeamsRefusal(400, "BadSyntax", "The body isn't a JSON object."));
  }

  ObjectNode forTheLog() {
    ObjectNode all = Json.object().put("path", String.join("/", parts));
    all.set("query", query.all());
    Json.readObject(body).ifPresent(sent -> all.set("body", sent));
    return all;
  }

  private String part(int index) {
    return index < parts.size() ? parts.get(index) : "";
  }
}
