// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads which of our formats a caller prefers. */
final class Accepts {

    static final String JSON = "application/json";
    static final String CSV = "text/csv";
    static final String EVENTS = "text/event-stream";
    static final String MARKDOWN = "text/markdown";

    private Accepts() {}

    /** The preferred one of the formats; the first one wins a tie and is the answer to no preference. */
    static String preferred(Context context, List<String> formats) {
        String header = context.header("Accept");
        if (header == null || header.isBlank()) {
            return formats.get(0);
        }
        @Nullable String best = null;
        double bestQuality = 0;
        for (String format : formats) {
            double quality = quality(header, format);
            if (quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw new Problem.Found(
                    406, "Nothing in the Accept header can be answered; ask for " + String.join(" or ", formats) + ".");
        }
        return best;
    }

    /** The quality the most specific matching range gives the format. */
    private static double quality(String header, String format) {
        String anySubtype = format.substring(0, format.indexOf('/')) + "/*";
        int specificity = 0;
        double quality = 0;
        for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip();
            int rank = type.equals(format) ? 3 : type.equals(anySubtype) ? 2 : type.equals("*/*") ? 1 : 0;
            if (rank > specificity) {
                specificity = rank;
                quality = quality(parts);
            }
        }
        return quality;
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            String parameter = part.strip();
            if (parameter.matches("q=[01](\\.[0-9]{0,3})?")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
