package org.ieum.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * Somebody who may use the server.
 *
 * @param subject id of the rider or the vehicle; of no matter for others
 * @param credential key or signed token
 */
record FuzzActor(String role, String subject, String credential) {
  /** Of the tokens, for the environment of the server. */
  static final String SECRET = "the secret of the benchmarks, which is known to everybody";

  private static final String AUDIENCE = "ieum";

  boolean isRider() {
    return role.equals("rider");
  }

  boolean isDriver() {
    return role.equals("driver");
  }

  /** One with a token that is good for a day. */
  static FuzzActor withToken(String role, String subject) {
    return new FuzzActor(role, subject, token(role, subject, AUDIENCE, SECRET, 86_400));
  }

  /** A token that lasts so many seconds from now. */
  static String token(String role, String subject, String audience, String secret, int seconds) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .audience(audience)
            .subject(subject)
            .claim("role", role)
            .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
            .build();
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
