package org.ieum.server.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.security.Key;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ieum.server.api.RiderIds;
import org.jspecify.annotations.Nullable;

/**
 * Signed tokens (JWT, RFC 7519, checked as RFC 8725 advises) that somebody else gives out and this
 * server only checks. Their claims are {@code exp}, {@code aud}, {@code sub}, {@code role}, and
 * perhaps {@code iss}, {@code nbf} and {@code areas} (a list of ids). The subject of a rider or
 * driver is the id of the rider or the vehicle; that of others tells them apart.
 *
 * <p>The library checks the expiry only of a token that has one, so it is asked for here; keys that
 * a token brings or points at are never looked at.
 */
public final class SignedTokens implements ApiKeys {
  /** By which clocks may differ, s. */
  static final int SKEW = 60;

  private static final Set<String> REQUIRED = Set.of("exp", "sub", "role");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /** Compares with the clock of the server. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final InstantSource clock;

    Claims(String audience, @Nullable String issuer, InstantSource clock) {
      super(audience, exactly(issuer), REQUIRED);
      this.clock = clock;
      setMaxClockSkew(SKEW);
    }

    private static JWTClaimsSet exactly(@Nullable String issuer) {
      JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
      return issuer == null ? builder.build() : builder.issuer(issuer).build();
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }

  /**
   * Tokens that are signed with one of some keys.
   *
   * @param audience that must be among a token's own
   * @param issuer that a token must have; any or none when null
   */
  public SignedTokens(
      TokenKeys keys, String audience, @Nullable String issuer, InstantSource clock) {
    Map<JWSAlgorithm, Key> known = keys.byAlgorithm();
    processor.setJWSKeySelector(
        (header, context) -> {
          Key key = known.get(header.getAlgorithm());
          return key == null ? List.of() : List.of(key);
        });
    processor.setJWTClaimsSetVerifier(new Claims(audience, issuer, clock));
  }

  @Override
  public Optional<Caller> find(String key) {
    if (key.chars().filter(c -> c == '.').count() != 2) {
      return Optional.empty();
    }
    return Optional.of(caller(claims(key)));
  }

  private JWTClaimsSet claims(String token) {
    try {
      return processor.process(SignedJWT.parse(token), null);
    } catch (ExpiredJWTException e) {
      throw Access.wrongKey("the token has expired");
    } catch (BadJWTException e) {
      // Its signature is good, so it may be told what is wrong.
      throw Access.wrongKey("the token is refused: " + e.getMessage());
    } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
      throw Access.wrongKey("the token is not known");
    }
  }

  private static Caller caller(JWTClaimsSet claims) {
    try {
      Role role = role(claims.getStringClaim("role"));
      String subject = claims.getSubject();
      if (claims.getExpirationTime() == null || subject == null) {
        throw Access.wrongKey("the token is refused: exp and sub must not be null");
      }
      Optional<String> fault = FieldRule.of("rider_id").findFault(subject);
      if (fault.isPresent()) {
        throw Access.wrongKey("the token is refused: sub " + fault.get());
      }
      if (role == Role.RIDER && RiderIds.isGuest(subject)) {
        throw Access.wrongKey("the token is refused: sub must not be a guest");
      }
      List<String> areas = claims.getStringListClaim("areas");
      if (areas != null && (areas.isEmpty() || areas.stream().anyMatch(Objects::isNull))) {
        throw Access.wrongKey("the token is refused: areas must name at least one");
      }
      return new Caller(
          id(claims, role, subject),
          role,
          role.isPersonal() ? subject : "",
          areas == null ? Set.of() : Set.copyOf(areas));
    } catch (ParseException e) {
      throw Access.wrongKey("the token is refused: role must be a text and areas a list of texts");
    }
  }

  private static Role role(@Nullable String label) {
    for (Role role : Role.values()) {
      if (role.label().equals(label)) {
        return role;
      }
    }
    throw Access.wrongKey(
        "the token is refused: role must be one of rider, driver, call_agent,"
            + " dispatcher, planner, admin");
  }

  /** The same for all tokens of one subject, so that a command may be sent again with a new one. */
  private static String id(JWTClaimsSet claims, Role role, String subject) {
    String issuer = Optional.ofNullable(claims.getIssuer()).orElse("");
    String name = String.join("\n", issuer, role.label(), subject);
    return "token:" + Sha256.hex(name).substring(0, 32);
  }
}
