package org.ieum.server.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Signs tokens as an operator's own identity provider would. */
final class Tokens {
  static final String SECRET = "a secret that is known to tests only, 1234567890";
  static final String AUDIENCE = "ieum";

  private Tokens() {}

  /** Claims that are good for an hour. */
  static JWTClaimsSet.Builder claims(String role, String subject, Instant now) {
    return new JWTClaimsSet.Builder()
        .audience(AUDIENCE)
        .subject(subject)
        .claim("role", role)
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }

  static String sign(JWTClaimsSet claims) {
    return sign(claims, JWSAlgorithm.HS256, mac(SECRET.getBytes(StandardCharsets.UTF_8)));
  }

  static JWSSigner mac(byte[] secret) {
    try {
      return new MACSigner(secret);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
