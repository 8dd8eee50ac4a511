// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

/** How the entries of all pages make the value of a figure. */
public enum Basis {
    /** Additive: the only one for which the counted entries can be added up page by page. */
    COUNT("how many entries are counted"),
    PEOPLE("how many people the counted entries are by"),
    PEOPLE_WITHOUT_LEFT_OUT(
            "how many people have counted entries, without those who also have one that is left out as a maintainer's or as"
                    + " from home"),
    PEOPLE_BY_FIRST("how many people have a first entry, counted or left out, that is a counted one"),
    EVENNESS_OF_PEOPLE("how evenly the counted entries are spread over people"),
    ORGANISATIONS("how many organisations the counted entries come from"),
    EVENNESS_OF_ORGANISATIONS("how evenly the counted entries are spread over organisations"),
    LARGEST_ORGANISATIONS(
            "how many counted entries each organisation has, of all entries by known people, unaffiliated ones among them"),
    SHARE("how many of the entries by known people are counted"),
    MERGERS("how many people merged the counted entries"),
    EVENNESS_OF_MERGERS("how evenly the counted entries are spread over the people who merged them"),
    DURATIONS("the durations of the counted entries"),
    SEVERAL("several figures");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    /** In words. */
    @Override
    public String toString() {
        return words;
    }
}
