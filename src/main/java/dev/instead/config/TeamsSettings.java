package dev.instead.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator sets for Microsoft Teams.
 *
 * @param appId the app's id at Microsoft Entra, in lower case
 * @param passwords newest first; never empty unless there is a certificate
 * @param certificate a PEM file with the certificate and its private key, which goes before any password
 * @param tenant where the app is registered and whose people may use the bot, in lower case
 * @param openId where the document is that says where the signing keys are
 * @param login without a final slash
 * @param serviceHosts which hosts may be sent messages and tokens, as {@code host} or {@code host:port}, in lower case
 * @param secretExpires the last day on which the password or the certificate holds
 * @param onlyYou whether hints in channels are shown to one person there, which Microsoft still calls a preview
 */
public record TeamsSettings(
    String appId,
    List<Secret> passwords,
    Optional<Path> certificate,
    String tenant,
    TeamsCloud cloud,
    URI openId,
    URI login,
    Set<String> serviceHosts,
    Optional<LocalDate> secretExpires,
    boolean onlyYou) {
  public static final Setting<String> APP_ID = Setting.required(
      "INSTEAD_TEAMS_APP_ID",
      "00000000-0000-0000-0000-000000000000",
      "The bot's Microsoft App ID, from the Configuration of the Azure Bot.",
      SettingText::guid);

  public static final Setting<String> TENANT = Setting.required(
      "INSTEAD_TEAMS_TENANT_ID",
      "00000000-0000-0000-0000-000000000000",
      "The App Tenant ID, from the Configuration of the Azure Bot; only this tenant's people can use the bot.",
      SettingText::guid);

  public static final Setting<List<Secret>> PASSWORD = Setting.secretUnless(
      "INSTEAD_TEAMS_APP_PASSWORD",
      "INSTEAD_TEAMS_CERTIFICATE",
      "The value of the app's client secret; two, separated by a comma and the newest first, while it is being changed.",
      SettingText::passwords);

  public static final Setting<Path> CERTIFICATE = Setting.optional(
      "INSTEAD_TEAMS_CERTIFICATE",
      "/etc/instead/teams.pem",
      "A PEM file with the app's certificate and its private key; takes the place of the password.",
      SettingText::path);

  public static final Setting<LocalDate> SECRET_EXPIRES = Setting.optional(
      "INSTEAD_TEAMS_SECRET_EXPIRES",
      "2027-05-31",
      "The day on which the client secret or the certificate expires; `instead doctor` warns before it.",
      SettingText::date);

  /** Once meant to name more tenants. Entra gives an app of one tenant no token for another, so their people would hear nothing. */
  private static final Setting<String> TENANTS =
      Setting.derived("INSTEAD_TEAMS_TENANTS", "", "", SettingText::oneTenant);

  public static final Setting<TeamsCloud> CLOUD = Setting.standard(
      "INSTEAD_TEAMS_CLOUD",
      "public",
      "`public`, also for GCC, or `usgov` for GCC High and DoD.",
      SettingText::cloud);

  public static final Setting<URI> OPENID = Setting.derived(
      "INSTEAD_TEAMS_OPENID_URL",
      "the cloud's",
      "Where the keys of Bot Framework's signatures are found.",
      SettingText::identity);

  public static final Setting<URI> LOGIN = Setting.derived(
      "INSTEAD_TEAMS_LOGIN_URL",
      "the cloud's",
      "Where the bot gets its tokens.",
      SettingText::login);

  public static final Setting<Set<String>> SERVICE_HOSTS = Setting.derived(
      "INSTEAD_TEAMS_SERVICE_HOSTS",
      "the cloud's",
      "The hosts of Bot Framework that the bot talks to, separated by commas; `host:port` allows http as well.",
      SettingText::hosts);

  public static final Setting<Boolean> ONLY_YOU = Setting.standard(
      "INSTEAD_TEAMS_ONLY_YOU",
      "no",
      "`yes` shows hints in a channel to the one person they are for; `no` sends them to the personal chat.",
      SettingText::yesOrNo);

  /** Told to whoever still sets them; in no table. */
  static final List<Setting<?>> RETIRED = List.of(TENANTS);

  static final List<Setting<?>> ALL = List.of(
      APP_ID,
      TENANT,
      PASSWORD,
      CERTIFICATE,
      SECRET_EXPIRES,
      CLOUD,
      OPENID,
      LOGIN,
      SERVICE_HOSTS,
      ONLY_YOU);

  public TeamsSettings {
    passwords = List.copyOf(passwords);
    serviceHosts = Set.copyOf(serviceHosts);
  }

  /** The settings of Teams alone; empty when none of them is set, or one is wrong. */
  public static Optional<TeamsSettings> alone(Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Found found = new Found(environment, problems);
    if (!found.has(ALL)) {
      return Optional.empty();
    }
    found.read(ALL);
    found.read(RETIRED);
    return problems.isEmpty() ? Optional.of(of(found)) : Optional.empty();
  }

  /** Only of an environment in which all of these can be read. */
  static TeamsSettings of(Found found) {
    TeamsCloud cloud = found.value(CLOUD);
    return new TeamsSettings(
        found.value(APP_ID),
        found.any(PASSWORD).orElse(List.of()),
        found.any(CERTIFICATE),
        found.value(TENANT),
        cloud,
        found.any(OPENID).orElse(cloud.openId()),
        found.any(LOGIN).orElse(cloud.login()),
        found.any(SERVICE_HOSTS).orElse(cloud.serviceHosts()),
        found.any(SECRET_EXPIRES),
        found.value(ONLY_YOU));
  }
}
