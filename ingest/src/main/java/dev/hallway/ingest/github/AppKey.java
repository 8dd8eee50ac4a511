// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The private key of a GitHub App, which is never printed. */
public final class AppKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ((?:RSA )?)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");
    // Version 0 and the algorithm rsaEncryption, as PKCS#8 wants them before the key itself.
    private static final byte[] RSA_HEADER = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private final PrivateKey key;

    private AppKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads the file that GitHub gives for an App's key (PKCS#1), or the same key as PKCS#8.
     *
     * @throws IllegalArgumentException if it cannot be read or is something else
     */
    public static AppKey read(Path file) {
        try {
            return ofPem(Files.readString(file), file.toString());
        } catch (IOException | SecurityException unreadable) {
            throw new IllegalArgumentException(
                    "The key of the GitHub App, '" + file + "', cannot be read: it must be the .pem file from GitHub.",
                    unreadable);
        }
    }

    /**
     * Reads a key in PEM.
     *
     * @param origin where it is from, for messages
     * @throws IllegalArgumentException if it is something else
     */
    public static AppKey ofPem(String pem, String origin) {
        Matcher content = PEM.matcher(pem);
        try {
            if (content.find()) {
                byte[] der = Base64.getMimeDecoder().decode(content.group(2));
                byte[] encoded = content.group(1).isEmpty() ? der : wrapped(der);
                return new AppKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
            }
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            // What the parser says about a broken key may quote it.
            throw new IllegalArgumentException("The key of the GitHub App in '" + origin
                    + "' is damaged or not an RSA key: download it from the App's settings again.");
        }
        throw new IllegalArgumentException("'" + origin
                + "' contains no private key: the .pem file from the App's settings is expected,"
                + " with BEGIN RSA PRIVATE KEY in its first line.");
    }

    /** The signature RS256 of a text, in the base64 of URLs. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("Every Java signs with RSA.", unusable);
        }
    }

    @Override
    public String toString() {
        return "AppKey[***]";
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_HEADER);
        content.writeBytes(tagged(OCTET_STRING, pkcs1));
        return tagged(SEQUENCE, content.toByteArray());
    }

    /** DER wants lengths as short as they can be. */
    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length >= 0x100) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length >= 0x80) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
