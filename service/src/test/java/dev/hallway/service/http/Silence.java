// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

/** Says nothing where there is no route. */
record Silence() implements Problems.Wording {

    @Override
    public String nothingAt(String path) {
        return "";
    }

    @Override
    public String impossible(String method) {
        return "";
    }
}
