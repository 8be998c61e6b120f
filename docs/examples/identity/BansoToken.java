// java BansoToken.java USER [COMPANY]
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class BansoToken {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /** Signs who a person is, for an hour. A null company is none. */
  public static String of(String userId, String accountId) throws Exception {
    long now = Instant.now().getEpochSecond();
    String claims = "{\"sub\":" + quoted(userId)
        + ",\"aud\":" + quoted(System.getenv("BANSO_WORKSPACE"))
        + ",\"iat\":" + now
        + ",\"exp\":" + (now + 3600)
        + (accountId == null ? "" : ",\"account\":" + quoted(accountId))
        + "}";
    String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] secret = System.getenv("BANSO_IDENTITY_SECRET").getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return signed + "." + BASE64URL.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** JSON needs more than quotes around a text. With a JSON library at hand, use that. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < ' ') json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }

  public static void main(String[] args) throws Exception {
    System.out.println(of(args[0], args.length > 1 ? args[1] : null));
  }
}
