package org.ieum.server.http;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.ieum.progress.InputException;

/**
 * What signatures of tokens are checked with: one key for each algorithm that is allowed. The
 * algorithm that a token names only chooses among these, so a public key is never taken for a
 * secret, and no signature at all is never enough.
 */
public final class TokenKeys {
  /** Of a secret, bytes; as long as what SHA-256 gives. */
  static final int SHORTEST_SECRET = 32;

  private static final int SHORTEST_RSA = 2048;
  private static final int P256 = 256;

  private final Map<JWSAlgorithm, Key> keys = new HashMap<>();

  /** No key: no token is accepted. */
  public TokenKeys() {}

  /**
   * Accepts HS256 with a secret.
   *
   * @param name where it comes from
   * @throws InputException when it is too short
   */
  public TokenKeys secret(String name, String secret) {
    byte[] bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST_SECRET) {
      throw new InputException(
          name + " must have at least " + SHORTEST_SECRET + " bytes, has " + bytes.length);
    }
    keys.put(JWSAlgorithm.HS256, new SecretKeySpec(bytes, "HmacSHA256"));
    return this;
  }

  /**
   * Accepts HS256 with the secret in a file; white space around it is not part of it.
   *
   * @throws InputException when it cannot be read or is too short
   */
  public TokenKeys secret(Path file) {
    return secret(file.toString(), text(file));
  }

  /**
   * Accepts RS256 or ES256 with a public key in PEM ({@code BEGIN PUBLIC KEY}): RSA of at least
   * 2048 bits, or EC on the curve P-256.
   *
   * @throws InputException when it is none
   */
  public TokenKeys publicKey(Path file) {
    String text = text(file);
    if (text.contains("PRIVATE KEY")) {
      throw new InputException(file + " has a private key, which the server must not know");
    }
    byte[] encoded;
    try {
      encoded = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    } catch (IllegalArgumentException e) {
      throw new InputException(file + " is no public key in PEM");
    }
    if (key("RSA", encoded) instanceof RSAPublicKey rsa) {
      if (rsa.getModulus().bitLength() < SHORTEST_RSA) {
        throw new InputException(
            file
                + " must have at least "
                + SHORTEST_RSA
                + " bits, has "
                + rsa.getModulus().bitLength());
      }
      keys.put(JWSAlgorithm.RS256, rsa);
    } else if (key("EC", encoded) instanceof ECPublicKey ec
        && ec.getParams().getCurve().getField().getFieldSize() == P256) {
      keys.put(JWSAlgorithm.ES256, ec);
    } else {
      throw new InputException(file + " is no public key in PEM, of RSA or on the curve P-256");
    }
    return this;
  }

  private static Object key(String algorithm, byte[] encoded) {
    try {
      return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      return algorithm;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read");
    }
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  Map<JWSAlgorithm, Key> byAlgorithm() {
    return Map.copyOf(keys);
  }
}
