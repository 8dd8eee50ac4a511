// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param status the status
 * @param detail what is wrong here, and what would be right
 */
record Problem(String type, String title, int status, String detail) {

    static final String CONTENT_TYPE = "application/problem+json";
    static final int RETRY_SECONDS = 5;

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
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 503 -> "Service Unavailable";
            default -> status >= 500 ? "Internal Server Error" : "Error";
        };
    }

    /** Ends the handling of a request with a problem. */
    static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Found(int status, String detail) {
            super(detail);
            this.status = status;
        }

        Problem problem() {
            return Problem.of(status, String.valueOf(getMessage()));
        }
    }
}
