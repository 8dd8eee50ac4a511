// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title name of the status
 * @param detail what is wrong and what would be right
 */
public record Problem(String type, String title, int status, String detail) {

    /** Its media type. */
    public static final String CONTENT_TYPE = "application/problem+json";

    /** The number of seconds after which to retry what is unavailable. */
    public static final int RETRY_SECONDS = 5;

    static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 503 -> "Service Unavailable";
            default -> status >= 500 ? "Internal Server Error" : "Error";
        };
    }

    /** Ends a request with a problem. */
    public static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        /** A problem of this status. */
        public Found(int status, String detail) {
            super(detail);
            this.status = status;
        }

        /** The status to answer with. */
        public int status() {
            return status;
        }

        /** What is wrong and what would be right. */
        public String detail() {
            return String.valueOf(getMessage());
        }
    }
}
