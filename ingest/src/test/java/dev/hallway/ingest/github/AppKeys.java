// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** Keys of Apps that exist only in a test, in both forms a file may have. */
public final class AppKeys {

    private AppKeys() {}

    /** A new key pair. */
    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has RSA.", missing);
        }
    }

    /** PKCS#8, as openssl converts it. */
    public static String pkcs8(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** PKCS#1, as GitHub gives it: what PKCS#8 holds behind 26 bytes for a key of 2048 bits. */
    public static String pkcs1(KeyPair pair) {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    }

    /** The private one as ingest reads it. */
    public static AppKey read(KeyPair pair) {
        return AppKey.ofPem(pkcs1(pair), "a test's key");
    }

    private static String pem(String name, byte[] der) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + name
                + "-----\n";
    }
}
