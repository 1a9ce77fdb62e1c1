package dev.instead.config;

import dev.instead.config.PolicySamples.Bad;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that may be wrong with a policy file, one thing at a time, and what is then said about it. */
final class BadPolicies {
  private static final boolean FORM = true;
  private static final boolean MEANING = false;

  static List<Bad> all() {
    return List.of(
        bad(
            "a missing key",
            FORM,
            "company: Acme\n",
            "",
            "1: the policy has no \"company\". Add it."),
        bad(
            "a missing owner",
            FORM,
            "owner: { slack: [U0OMAR] }\n",
            "",
            "1: the policy has no \"owner\". Add it: who is told when this file breaks."),
        bad(
            "a retention in hours",
            FORM,
            "reports: 30d",
            "reports: 48h",
            "128: \"reports\" of \"retention\" is \"48h\". Write a number of days such as 365d."),
        bad(
            "a retention too short to open a case again",
            MEANING,
            "reports: 30d",
            "reports: 6d",
            "128: \"reports\" of \"retention\" is 6d. Write 7d to 3650d."),
        bad(
            "an unknown key near a known one",
            FORM,
            "stance: strict",
            "stanse: strict",
            "1: the policy has no \"stance\". Add it.",
            "5: the policy has an unknown key \"stanse\". Did you mean \"stance\"?"),
        bad(
            "an unknown key near none",
            FORM,
            "    danger: true",
            "    zzz: true",
            "60: situation \"threat\" has an unknown key \"zzz\". Remove it; known here: title, examples, team, severity, claim_within, stance, dont, why, do, replies, danger, restricted, offered."),
        bad(
            "a number where text belongs",
            FORM,
            "version: \"2026-11\"",
            "version: 2026",
            "2: \"version\" must be text, but 2026 is read as a number. Put it in quotes: \"2026\"."),
        bad(
            "a list where text belongs",
            FORM,
            "company: Acme",
            "company: [Acme]",
            "1: \"company\" must be text, not a list. Write one text."),
        bad(
            "text where a list belongs",
            FORM,
            "languages: [en, id]",
            "languages: en",
            "3: \"languages\" must be a list, not text. Write a list: [ … ], or lines that begin with \"- \"."),
        bad(
            "text where a map belongs",
            FORM,
            "owner: { slack: [U0OMAR] }",
            "owner: U0OMAR",
            "7: \"owner\" must be a map, not text. Write keys and values below it."),
        bad(
            "a key without a value",
            FORM,
            "    claim_within: 5m",
            "    claim_within:",
            "57: \"claim_within\" of situation \"threat\" has no value. Write one, or remove the key."),
        bad(
            "text where true or false belongs",
            FORM,
            "danger: true",
            "danger: \"yes\"",
            "60: \"danger\" of situation \"threat\" must be true or false. Write true or false, without quotes."),
        bad(
            "an unknown severity",
            FORM,
            "severity: urgent",
            "severity: urgnt",
            "56: \"severity\" of situation \"threat\" is \"urgnt\". Did you mean \"urgent\"? Write one of: low, normal, high, urgent."),
        bad(
            "an unknown stance",
            FORM,
            "stance: strict",
            "stance: loose",
            "5: \"stance\" is \"loose\". Write one of: strict, trained, relaxed."),
        bad(
            "an unknown verdict",
            FORM,
            "verdict: hold",
            "verdict: no",
            "83: \"verdict\" of answer \"new-store\" is \"no\". Write one of: go, ask, hold."),
        bad(
            "a don't without a do",
            FORM,
            "    do: { text: { en: Hand out the link., id: Berikan tautan. }, resources: [repairs] }\n",
            "",
            "40: situation \"refund\" has a don't but no do. Add what people should do instead."),
        bad(
            "a don't whose do is empty",
            FORM,
            "do: { text: { en: Hand out the link., id: Berikan tautan. }, resources: [repairs] }",
            "do: { resources: [] }",
            "48: situation \"refund\" has a don't but no do. Add what people should do instead."),
        bad(
            "no do at all",
            FORM,
            "    do: { text: { en: Tell us., id: Ceritakan. } }\n",
            "",
            "63: situation \"not-sure\" has no do. Add what people should do instead."),
        bad(
            "a missing why",
            FORM,
            "    why: { en: Care knows the order., id: Care tahu pesanannya. }\n",
            "",
            "40: situation \"refund\" has no \"why\". Add the reason: people follow what they understand."),
        bad(
            "a route without a why",
            FORM,
            "    why: Nobody is in at night.\n",
            "",
            "70: route \"late\" has no \"why\". Add the reason, which \"instead policy explain\" shows."),
        bad(
            "a resource that is not https",
            FORM,
            "https://acme.example/repairs",
            "http://acme.example/repairs",
            "18: \"url\" of resource \"repairs\" is \"http://acme.example/repairs\". Write a link that begins with https://."),
        bad(
            "a link with a space",
            FORM,
            "https://acme.example/repairs",
            "https://acme.example/re pairs",
            "18: \"url\" of resource \"repairs\" is \"https://acme.example/re pairs\". Write a link that begins with https://."),
        bad(
            "a date of another form",
            FORM,
            "review_by: 2027-03-31",
            "review_by: 31.3.2027",
            "21: \"review_by\" of resource \"repairs\" is \"31.3.2027\". Write a day such as 2027-03-31."),
        bad(
            "a day that does not exist",
            MEANING,
            "review_by: 2027-03-31",
            "review_by: 2027-02-30",
            "21: \"review_by\" of resource \"repairs\" is \"2027-02-30\", which does not exist. Write a day such as 2027-03-31."),
        bad(
            "an instant without its offset",
            FORM,
            "until: 2027-01-15T09:00+07:00",
            "until: 2027-01-15T09:00",
            "96: \"until\" of embargo \"e1\" is \"2027-01-15T09:00\". Write an instant with its offset such as 2027-01-15T09:00+07:00."),
        bad(
            "an unknown time zone",
            MEANING,
            "time_zone: Asia/Jakarta",
            "time_zone: Asia/Jakartta",
            "4: \"time_zone\" is \"Asia/Jakartta\", which does not exist. Write a time zone such as Asia/Jakarta."),
        bad(
            "a duration without a unit",
            FORM,
            "claim_within: 30m",
            "claim_within: \"30\"",
            "45: \"claim_within\" of situation \"refund\" is \"30\". Write a duration such as 30m, 2h or 1d."),
        bad(
            "a channel by its name",
            FORM,
            "channel: C0CARE",
            "channel: \"#care\"",
            "25: \"channel\" of \"slack\" of team \"care\" is \"#care\". Write a channel id (C…) of Slack."),
        bad(
            "a member by name",
            FORM,
            "[S0CARE, U0BEN]",
            "[S0CARE, ben]",
            "26: item 2 of \"slack\" of \"members\" of team \"care\" is \"ben\". Write a user id (U…) or user group id (S…) of Slack."),
        bad(
            "a member on Teams by their address",
            FORM,
            "[S0CARE, U0BEN]",
            "[S0CARE], teams: [ben@acme.example]",
            "26: item 1 of \"teams\" of \"members\" of team \"care\" is \"ben@acme.example\". Write the object id of a user in Microsoft Entra,"
                + " or the id of a channel (19:…@thread.tacv2) whose members count."),
        bad(
            "a channel as the owner",
            FORM,
            "owner: { slack: [U0OMAR] }",
            "owner: { teams: [\"19:ops@thread.tacv2\"] }",
            "7: item 1 of \"teams\" of \"owner\" is \"19:ops@thread.tacv2\". Write the object id of a user in Microsoft Entra."),
        bad(
            "a group as the owner",
            FORM,
            "owner: { slack: [U0OMAR] }",
            "owner: { slack: [S0OMAR] }",
            "7: item 1 of \"slack\" of \"owner\" is \"S0OMAR\". Write a user id (U…) of Slack."),
        bad(
            "a team without a place",
            FORM,
            "    slack: { channel: C0CARE }\n",
            "",
            "23: team \"care\" has no place to work in. Add slack: { channel: C… }."),
        bad(
            "a team without members",
            FORM,
            "    members: { slack: [S0CARE, U0BEN] }\n",
            "",
            "23: team \"care\" has no \"members\". Add it: only members may act on the team's cases."),
        bad(
            "a working day that ends before it begins",
            MEANING,
            "to: \"18:00\"",
            "to: \"07:00\"",
            "29: \"hours\" of team \"care\" begins at 08:00 and ends at 07:00. Write a \"from\" that is earlier than \"to\" on the same day."),
        bad(
            "an unknown weekday",
            FORM,
            "days: mon-fri",
            "days: mon-fry",
            "29: \"days\" of \"hours\" of team \"care\" is \"mon-fry\". Write mon-fri, or a list such as [mon, tue, sat]."),
        bad(
            "a rung that does two things",
            FORM,
            "notify: on-call",
            "notify: on-call, hand_over: comms",
            "31: item 1 of \"ladder\" of team \"care\" must have either \"notify\" or \"hand_over\". Write one of the two."),
        bad(
            "an id of another form",
            FORM,
            "  threat:",
            "  Threat:",
            "52: the id \"Threat\" is not well-formed. Write a lower-case word such as \"bad-review\", at most 60 characters."),
        bad(
            "an emergency contact that can't be reached",
            FORM,
            ", phone: \"112\"",
            "",
            "15: item 1 of \"emergency\" can't be reached. Add \"phone\", \"url\" or both."),
        bad(
            "a title that is too long",
            FORM,
            "title: { en: Threat,",
            "title: { en: " + "x".repeat(76) + ",",
            "53: \"en\" of \"title\" of situation \"threat\" has 76 characters, but there is room for 75. Shorten it."),
        bad(
            "a text that is too long",
            FORM,
            "{ en: Tell us.,",
            "{ en: " + "x".repeat(1501) + ",",
            "67: \"en\" of \"text\" of \"do\" of situation \"not-sure\" has 1501 characters, but there is room for 1500. Shorten it."),
        bad(
            "a reply that is too long",
            FORM,
            "{ en: We are sorry.,",
            "{ en: " + "x".repeat(2001) + ",",
            "51: \"en\" of \"text\" of reply \"refund-1\" has 2001 characters, but there is room for 2000. Shorten it."),
        bad(
            "an empty text",
            FORM,
            "{ en: Tell us.,",
            "{ en: \"  \",",
            "67: \"en\" of \"text\" of \"do\" of situation \"not-sure\" is empty. Write it."),
        bad(
            "questions without any",
            FORM,
            "en: [may I post the store, is the store public, a new shop]",
            "en: []",
            "82: \"en\" of \"questions\" of answer \"new-store\" is empty. Write at least one."),
        bad(
            "an unknown key in a list",
            FORM,
            "    active: false",
            "    activ: false",
            "109: sensitive topic \"opening\" has an unknown key \"activ\". Did you mean \"active\"?"),
        bad(
            "a language without text",
            MEANING,
            "title: { en: Refund, id: Uang kembali }",
            "title: { en: Refund }",
            "41: \"title\" of situation \"refund\" is missing in \"id\". Write it; nothing is translated by itself."),
        bad(
            "a text in one language of two",
            MEANING,
            "title: { en: Refund, id: Uang kembali }",
            "title: Refund",
            "41: \"title\" of situation \"refund\" is not said for each language (en, id). Write { en: …, id: … }."),
        bad(
            "a text in an undeclared language",
            MEANING,
            "title: { en: Refund, id: Uang kembali }",
            "title: { en: Refund, id: Uang kembali, fr: Remboursement }",
            "41: \"title\" of situation \"refund\" is in \"fr\", which is not among the policy's languages (en, id). Add it to languages, or remove it here."),
        bad(
            "examples without a language",
            MEANING,
            "examples: { en: [they threaten us], id: [kami diancam] }",
            "examples: { en: [they threaten us] }",
            "54: \"examples\" of situation \"threat\" is missing in \"id\". Write it; nothing is translated by itself."),
        bad(
            "a language said twice",
            FORM,
            "languages: [en, id]",
            "languages: [en, id, en]",
            "3: item 3 of \"languages\" is \"en\" for the second time. Remove it."),
        bad(
            "an unknown policy team",
            MEANING,
            "policy_team: comms",
            "policy_team: coms",
            "9: there is no team \"coms\". Did you mean \"comms\"?"),
        bad(
            "an unknown team of a situation",
            MEANING,
            "team: care\n    severity: normal",
            "team: carre\n    severity: normal",
            "43: there is no team \"carre\". Did you mean \"care\"?"),
        bad(
            "an unknown team of a route",
            MEANING,
            "    to: comms\n    severity: high",
            "    to: press\n    severity: high",
            "72: there is no team \"press\". Add it, or name another one."),
        bad(
            "an unknown team of a ladder",
            MEANING,
            "hand_over: comms",
            "hand_over: crisis",
            "32: there is no team \"crisis\". Add it, or name another one."),
        bad(
            "an unknown situation of a route",
            MEANING,
            "situation: [refund]",
            "situation: [refunds]",
            "71: there is no situation \"refunds\". Did you mean \"refund\"?"),
        bad(
            "an unknown group of an answer",
            MEANING,
            "    copy: { en: Soon., id: Segera. }",
            "    group: new",
            "87: there is no group \"new\". Did you mean \"news\"?"),
        bad(
            "a group without one of the languages",
            MEANING,
            "  news: { en: News, id: Berita }",
            "  news: { en: News }",
            "127: \"news\" of \"groups\" is missing in \"id\". Write it; nothing is translated by itself."),
        bad(
            "an unknown resource of a situation",
            MEANING,
            "Berikan tautan. }, resources: [repairs]",
            "Berikan tautan. }, resources: [repair]",
            "48: there is no resource \"repair\". Did you mean \"repairs\"?"),
        bad(
            "an unknown resource of a protected topic",
            MEANING,
            "id: Tim People. }\n    resources: [repairs]",
            "id: Tim People. }\n    resources: [council]",
            "122: there is no resource \"council\". Add it, or name another one."),
        bad(
            "an unknown language of a team",
            MEANING,
            "    language: en\n",
            "    language: fr\n",
            "28: there is no language \"fr\". Add it, or name another one."),
        bad(
            "an unknown language of a route",
            MEANING,
            "language: id }",
            "language: fr }",
            "76: there is no language \"fr\". Add it, or name another one."),
        bad(
            "a key said twice",
            MEANING,
            "stance: strict",
            "stance: strict\nstance: relaxed",
            "6: the key \"stance\" is already on line 5. Remove or rename one of the two."),
        bad(
            "a situation said twice",
            MEANING,
            "  threat:",
            "  refund:",
            "52: the key \"refund\" is already on line 40. Remove or rename one of the two."),
        bad(
            "an id in two sections",
            MEANING,
            "- id: e1",
            "- id: refund",
            "93: embargo \"refund\" has the id of the situation on line 40. Give one of them another id; people are shown ids."),
        bad(
            "a reply's id in two sections",
            MEANING,
            "id: refund-1",
            "id: threat",
            "52: situation \"threat\" has the id of the reply on line 51. Give one of them another id; people are shown ids."),
        bad(
            "a rule's id twice in one section",
            MEANING,
            "- id: opening",
            "- id: pay",
            "117: protected topic \"pay\" has the id of the sensitive topic on line 103. Give one of them another id; people are shown ids."),
        bad(
            "a route's id twice",
            MEANING,
            "- id: indonesian",
            "- id: late",
            "75: route \"late\" has the id of the route on line 70. Give one of them another id; people are shown ids."),
        bad(
            "no not-sure situation",
            FORM,
            "  not-sure:",
            "  unsure:",
            "39: there is no situation \"not-sure\". Add it: it takes whatever fits nowhere else."),
        bad(
            "a situation that is not offered and has no examples",
            MEANING,
            "    examples: { en: [they threaten us], id: [kami diancam] }\n",
            "",
            "52: situation \"threat\" can't be reached: it is not offered and has no examples. Add examples, or remove \"offered: false\"."),
        bad(
            "a situation whose examples are all another's",
            MEANING,
            "{ en: [they threaten us], id: [kami diancam] }",
            "{ en: [Wants  money BACK], id: [minta uang kembali] }",
            "54: situation \"threat\" can't be reached by its examples: earlier situations have each of them. Add examples of its own."),
        bad(
            "a route behind a wider one",
            MEANING,
            "when: { situation: [refund], hours: outside }",
            "when: {}",
            "75: route \"indonesian\" never decides: the earlier route \"late\" matches whenever it does. Move it up, change when it matches, or remove it."),
        bad(
            "a route that no situation fits",
            MEANING,
            "when: { team: care, language: id }",
            "when: { team: comms, severity: low }",
            "75: route \"indonesian\" never decides: no situation fits it. Move it up, change when it matches, or remove it."),
        bad(
            "a route behind two that cover it together",
            MEANING,
            "  - id: indonesian\n    when: { team: care, language: id }",
            "  - id: by-day\n    when: { situation: refund, hours: inside }\n    to: comms\n    why: By day.\n  - id: indonesian\n    when: { situation: refund }",
            "79: route \"indonesian\" never decides: earlier routes match whenever it does. Move it up, change when it matches, or remove it."),
        bad(
            "danger without emergency contacts",
            MEANING,
            "emergency:\n  - { label: { en: Police, id: Polisi }, phone: \"112\" }\n",
            "",
            "58: situation \"threat\" means danger, but there are no emergency contacts. Add \"emergency\" with at least one phone number."),
        bad(
            "a protected topic in the title of a don't",
            MEANING,
            "title: { en: Refund,",
            "title: { en: SALARY talk,",
            "41: situation \"refund\" forbids, yet it answers to \"salary\", which the protected topic \"pay\" leaves free. Word it without \"salary\", or take away what it forbids."),
        bad(
            "a protected topic in an example of a don't",
            MEANING,
            "id: [minta uang kembali]",
            "id: [minta uang kembali, soal Gaji!]",
            "42: situation \"refund\" forbids, yet it answers to \"gaji\", which the protected topic \"pay\" leaves free. Word it without \"gaji\", or take away what it forbids."),
        bad(
            "a protected topic in a question of a hold",
            MEANING,
            "en: [may I post the store, is the store public, a new shop]",
            "en: [may I post the store, who sets my pay?]",
            "82: answer \"new-store\" forbids, yet it answers to \"pay\", which the protected topic \"pay\" leaves free. Word it without \"pay\", or take away what it forbids."),
        bad(
            "a protected topic in an embargo",
            MEANING,
            "terms: { en: [acme e1]",
            "terms: { en: [acme e1, pay rise]",
            "95: embargo \"e1\" forbids, yet it answers to \"pay\", which the protected topic \"pay\" leaves free. Word it without \"pay\", or take away what it forbids."),
        bad(
            "a protected topic in a sensitive topic",
            MEANING,
            "terms: { en: [alarm code]",
            "terms: { en: [alarm code, pay-roll]",
            "105: sensitive topic \"opening\" forbids, yet it answers to \"pay\", which the protected topic \"pay\" leaves free. Word it without \"pay\", or take away what it forbids."),
        bad(
            "a group as an owner, who can't be written to",
            FORM,
            "customer-care: { slack: [U0CITRA] }",
            "customer-care: { slack: [S0CARE] }",
            "124: item 1 of \"slack\" of \"customer-care\" of \"owners\" is \"S0CARE\". Write a user id (U…) of Slack."),
        bad(
            "an owner without people",
            FORM,
            "customer-care: { slack: [U0CITRA] }",
            "customer-care: {}",
            "124: \"customer-care\" of \"owners\" names nobody. Add \"slack\" with a list of ids."),
        bad(
            "an owner with an endless name",
            FORM,
            "  customer-care: { slack: [U0CITRA] }",
            "  " + "c".repeat(76) + ": { slack: [U0CITRA] }",
            "124: \"owners\" has a role without a name, or with a very long one. Write at most 75 characters, such as customer-care."),
        bad(
            "a year of holidays",
            MEANING,
            "holidays: [2026-12-25]",
            "holidays: [" + days(368) + "]",
            "29: team \"care\" has a whole year of holidays. Leave it a day to come back on."));
  }

  private static Bad bad(String name, boolean form, String from, String to, String... problems) {
    return new Bad(name, form, from, to, List.of(problems));
  }

  private static String days(int count) {
    return Stream.iterate(LocalDate.of(2026, 12, 25), day -> day.plusDays(1))
        .limit(count)
        .map(LocalDate::toString)
        .collect(Collectors.joining(", "));
  }

  private BadPolicies() {}
}
