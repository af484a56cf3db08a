package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tokens are accepted, whose they are, and that nothing else is. */
final class SignedTokensTest {
  private static final Instant NOW = Instant.parse("2026-05-06T08:00:00Z");

  @TempDir private Path folder;

  private final TokenKeys secret = new TokenKeys().secret("secret", Tokens.SECRET);

  private static SignedTokens tokens(TokenKeys keys) {
    return new SignedTokens(keys, Tokens.AUDIENCE, null, InstantSource.fixed(NOW));
  }

  private Caller accepted(JWTClaimsSet.Builder claims) {
    return tokens(secret).find(Tokens.sign(claims.build())).orElseThrow();
  }

  private static String refused(TokenKeys keys, String token) {
    Refused refused = assertThrows(Refused.class, () -> tokens(keys).find(token), token);
    assertEquals(401, refused.status());
    assertEquals(
        "Bearer error=\"invalid_token\"", refused.headers().get("WWW-Authenticate"), token);
    return refused.detail();
  }

  private String refused(JWTClaimsSet.Builder claims) {
    return refused(secret, Tokens.sign(claims.build()));
  }

  private static JWTClaimsSet.Builder rider() {
    return Tokens.claims("rider", "anna", NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "rider, anna, anna",
    "driver, bus-01, bus-01",
    "call_agent, berta, ''",
    "dispatcher, carl, ''",
    "planner, doris, ''",
    "admin, emil, ''",
  })
  void roles(String role, String subject, String known) {
    Caller caller = accepted(Tokens.claims(role, subject, NOW));
    assertEquals(role, caller.role().label());
    assertEquals(known, caller.subject());
    assertEquals(Set.of(), caller.areas());
    assertFalse(caller.id().contains(subject), "the id tells nothing of a person");
  }

  @Test
  void aCallerIsTheSameWithEachOfTheirTokens() {
    Caller caller = accepted(rider());
    JWTClaimsSet.Builder later = rider().expirationTime(Date.from(NOW.plusSeconds(9000)));
    assertEquals(caller, accepted(later));
    assertNotEquals(caller.id(), accepted(Tokens.claims("rider", "berta", NOW)).id());
    assertNotEquals(caller.id(), accepted(Tokens.claims("driver", "anna", NOW)).id());
    assertNotEquals(caller.id(), accepted(rider().issuer("other")).id());
  }

  @Test
  void areas() {
    Caller caller = accepted(rider().claim("areas", List.of("a", "b")));
    assertEquals(Set.of("a", "b"), caller.areas());
    String fault = "the token is refused: ";
    assertEquals(
        fault + "areas must name at least one", refused(rider().claim("areas", List.of())));
    assertEquals(
        fault + "role must be a text and areas a list of texts",
        refused(rider().claim("areas", "a")));
  }

  @Test
  void guestsHaveNoTokens() {
    assertEquals(
        "the token is refused: sub must not be a guest",
        refused(Tokens.claims("rider", "guest-anna", NOW)));
    assertEquals("guest-bus", accepted(Tokens.claims("driver", "guest-bus", NOW)).subject());
  }

  @Test
  void whatIsNoTokenIsLeftToOthers() {
    assertEquals(Optional.empty(), tokens(secret).find(KeyFile.newKey()));
    assertEquals(Optional.empty(), tokens(secret).find("a.b"));
  }

  @Test
  void times() {
    assertEquals("the token has expired", refused(expiring(-SignedTokens.SKEW)));
    accepted(expiring(1 - SignedTokens.SKEW));
    accepted(rider().notBeforeTime(Date.from(NOW.plusSeconds(SignedTokens.SKEW - 1))));
    assertEquals(
        "the token is refused: JWT before use time",
        refused(rider().notBeforeTime(Date.from(NOW.plusSeconds(SignedTokens.SKEW)))));
    assertEquals(
        "the token is refused: JWT missing required claims: [exp]",
        refused(rider().expirationTime(null)));
  }

  private static JWTClaimsSet.Builder expiring(int seconds) {
    return rider().expirationTime(Date.from(NOW.plusSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":\"rider\",\"exp\":null}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":\"rider\",\"exp\":\"2099\"}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":\"rider\",\"exp\":1e400}",
        "{\"aud\":\"ieum\",\"sub\":null,\"role\":\"rider\",\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"sub\":\"\",\"role\":\"rider\",\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":null,\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":\"RIDER\",\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":\"root\",\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":[\"admin\"],\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"sub\":\"a\\nb\",\"role\":\"rider\",\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"role\":\"rider\",\"exp\":9999999999,\"areas\":[null]}",
        "{\"aud\":\"ieum\",\"sub\":\"anna\",\"exp\":9999999999}",
        "{\"aud\":\"ieum\",\"role\":\"admin\",\"exp\":9999999999}",
        "{\"aud\":\"other\",\"sub\":\"anna\",\"role\":\"rider\",\"exp\":9999999999}",
        "{\"aud\":[],\"sub\":\"anna\",\"role\":\"rider\",\"exp\":9999999999}",
        "{\"sub\":\"anna\",\"role\":\"rider\",\"exp\":9999999999}",
        "[]",
        "NaN",
        "{",
      })
  void signedButWrong(String payload) {
    refused(secret, raw("{\"alg\":\"HS256\"}", payload));
  }

  /** A token with any header and payload and a good signature. */
  private static String raw(String header, String payload) {
    String signed = encoded(header) + "." + encoded(payload);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Tokens.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void headers() {
    String payload = rider().build().toString();
    assertEquals(
        "anna", tokens(secret).find(raw("{\"alg\":\"HS256\"}", payload)).orElseThrow().subject());
    for (String header :
        List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"NONE\"}",
            "{\"alg\":\"HS512\"}",
            "{\"alg\":\"RS256\"}",
            "{\"alg\":null}",
            "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
            "{\"alg\":\"HS256\",\"typ\":\"secevent+jwt\"}",
            "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
            "{".repeat(2000),
            "[".repeat(2000),
            "")) {
      assertEquals("the token is not known", refused(secret, raw(header, payload)), header);
    }
    String unsigned = encoded("{\"alg\":\"none\"}") + "." + encoded(payload) + ".";
    refused(secret, unsigned);
    refused(secret, "..");
    refused(secret, "\u00e9.\u0000.%");
  }

  @Test
  void signatures() {
    String good = Tokens.sign(rider().build());
    String other = Tokens.sign(Tokens.claims("admin", "anna", NOW).build());
    String[] parts = good.split("\\.", -1);
    String[] others = other.split("\\.", -1);
    refused(secret, parts[0] + "." + others[1] + "." + parts[2]);
    refused(secret, parts[0] + "." + parts[1] + ".");
    refused(secret, good.substring(0, good.length() - 3));
    byte[] wrong = Tokens.SECRET.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    refused(secret, Tokens.sign(rider().build(), JWSAlgorithm.HS256, Tokens.mac(wrong)));
    refused(new TokenKeys(), good);
  }

  @Test
  void anIssuerThatIsAskedFor() {
    SignedTokens tokens =
        new SignedTokens(secret, Tokens.AUDIENCE, "https://id", InstantSource.fixed(NOW));
    String good = Tokens.sign(rider().issuer("https://id").build());
    assertEquals("anna", tokens.find(good).orElseThrow().subject());
    assertThrows(
        Refused.class, () -> tokens.find(Tokens.sign(rider().issuer("https://other").build())));
    assertThrows(Refused.class, () -> tokens.find(Tokens.sign(rider().build())));
  }

  private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private Path pem(PublicKey key) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return Files.writeString(
        folder.resolve(key.getAlgorithm() + ".pem"),
        "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n");
  }

  @Test
  void publicKeys() throws Exception {
    KeyPair rsa = pair("RSA", 2048);
    KeyPair ec = pair("EC", 256);
    TokenKeys keys = new TokenKeys().publicKey(pem(rsa.getPublic())).publicKey(pem(ec.getPublic()));
    JWTClaimsSet claims = rider().build();
    String byRsa = Tokens.sign(claims, JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()));
    String byEc =
        Tokens.sign(claims, JWSAlgorithm.ES256, new ECDSASigner((ECPrivateKey) ec.getPrivate()));
    assertEquals("anna", tokens(keys).find(byRsa).orElseThrow().subject());
    assertEquals("anna", tokens(keys).find(byEc).orElseThrow().subject());
    refused(secret, byRsa);
    refused(keys, Tokens.sign(claims));
    // The public key is no secret, in whatever form it is used as one.
    for (byte[] known :
        List.of(rsa.getPublic().getEncoded(), Files.readAllBytes(folder.resolve("RSA.pem")))) {
      refused(keys, Tokens.sign(claims, JWSAlgorithm.HS256, Tokens.mac(known)));
    }
    String stronger = Tokens.sign(claims, JWSAlgorithm.RS512, new RSASSASigner(rsa.getPrivate()));
    refused(keys, stronger);
  }

  @Test
  void keysThatCannotBeUsed() throws Exception {
    fails(
        "IEUM_TOKEN_SECRET must have at least 32 bytes, has 5",
        () -> new TokenKeys().secret("IEUM_TOKEN_SECRET", " short\n"));
    Path file = folder.resolve("x.pem");
    fails(file + ": cannot be read", () -> new TokenKeys().publicKey(file));
    Files.writeString(file, "-----BEGIN PUBLIC KEY-----\nabcd\n-----END PUBLIC KEY-----\n");
    fails(
        file + " is no public key in PEM, of RSA or on the curve P-256",
        () -> new TokenKeys().publicKey(file));
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nabcd\n-----END PRIVATE KEY-----\n");
    fails(
        file + " has a private key, which the server must not know",
        () -> new TokenKeys().publicKey(file));
    Path weak = pem(pair("RSA", 1024).getPublic());
    fails(weak + " must have at least 2048 bits, has 1024", () -> new TokenKeys().publicKey(weak));
    Path other = pem(pair("EC", 384).getPublic());
    fails(
        other + " is no public key in PEM, of RSA or on the curve P-256",
        () -> new TokenKeys().publicKey(other));
  }

  private static void fails(String message, Runnable reading) {
    assertEquals(message, assertThrows(InputException.class, reading::run).getMessage());
  }
}
