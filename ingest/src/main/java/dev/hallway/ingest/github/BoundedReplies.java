// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads every reply whole, unpacked, and up to a size: a small packed reply may be huge, and one that does not end would
 * fill the memory.
 */
final class BoundedReplies implements Interceptor {

    /** A page of a hundred items with the longest texts that GitHub allows has half of that. */
    static final int MOST_BYTES = 32 << 20;

    /** A reply has more bytes than are read. */
    static final class ReplyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        ReplyTooLargeException() {
            super("GitHub's answer is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (body == null) {
            return response;
        }
        try (body) {
            byte[] bytes = body.byteStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ReplyTooLargeException();
            }
            return response.newBuilder()
                    .body(ResponseBody.create(bytes, body.contentType()))
                    .build();
        }
    }
}
