package org.ieum.server.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.ieum.progress.InputException;
import org.ieum.server.http.ApiKeys;
import org.ieum.server.http.RateLimits;
import org.ieum.server.http.SignedTokens;
import org.ieum.server.http.TokenKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may use the server beside those with a key, and how often anybody may. */
@OptionGroup("Access")
final class AccessOptions {
  private static final String SECRET = "IEUM_TOKEN_SECRET";
  private static final int MOST_REQUESTS = 1_000_000;

  @Option(
      names = "--token-secret-file",
      paramLabel = "FILE",
      description =
          "File with the secret of tokens (JWT) signed with HS256, at least 32 bytes; or else the"
              + " secret is in IEUM_TOKEN_SECRET in the environment.")
  @Nullable Path secretFile;

  @Option(
      names = "--token-public-key",
      paramLabel = "FILE",
      description = "File with the public key, in PEM, of tokens (JWT) signed with RS256 or ES256.")
  @Nullable Path publicKey;

  @Option(
      names = "--token-audience",
      paramLabel = "NAME",
      defaultValue = "ieum",
      description = "Audience (aud) that a token must be for.")
  String audience;

  @Option(
      names = "--token-issuer",
      paramLabel = "NAME",
      description = "Issuer (iss) that a token must be from; any if not given.")
  @Nullable String issuer;

  @Option(
      names = "--rate-limit",
      paramLabel = "NUMBER",
      defaultValue = "20",
      description =
          "Requests a second of each rider and each driver, ten seconds' worth of them at once; 0"
              + " for no limit.")
  int personalRate;

  @Option(
      names = "--staff-rate-limit",
      paramLabel = "NUMBER",
      defaultValue = "5000",
      description = "The same of every other key and token.")
  int staffRate;

  void check(boolean isDemo) {
    checkRate("--rate-limit", personalRate);
    checkRate("--staff-rate-limit", staffRate);
    if (isDemo && (secretFile != null || publicKey != null)) {
      throw new InputException("--demo is open without keys and takes no tokens");
    }
  }

  private static void checkRate(String option, int rate) {
    if (rate < 0 || rate > MOST_REQUESTS) {
      throw new InputException(option + " must be from 0 to 1,000,000, was " + rate);
    }
  }

  /**
   * What tokens are checked with, perhaps nothing.
   *
   * @throws InputException when a secret or key cannot be used
   */
  TokenKeys tokenKeys(Map<String, String> environment) {
    TokenKeys keys = new TokenKeys();
    String secret = environment.get(SECRET);
    if (secretFile != null) {
      keys.secret(secretFile);
    } else if (secret != null && !secret.isEmpty()) {
      keys.secret(SECRET, secret);
    }
    return publicKey == null ? keys : keys.publicKey(publicKey);
  }

  /** The keys, and signed tokens if there is anything to check them with. */
  ApiKeys keys(ApiKeys keys, TokenKeys tokens, InstantSource clock) {
    return tokens.isEmpty() ? keys : keys.or(new SignedTokens(tokens, audience, issuer, clock));
  }

  RateLimits rates() {
    return new RateLimits(personalRate, staffRate);
  }
}
