// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Private keys of GitHub Apps, as a configuration holds them. */
public final class AppPem {

    private AppPem() {}

    /** A new key. */
    public static String generate() {
        return of(pair());
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has RSA.", missing);
        }
    }

    static String of(KeyPair pair) {
        String content =
                Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----\n";
    }
}
