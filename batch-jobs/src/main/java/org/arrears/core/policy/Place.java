package org.arrears.core.policy;

import org.arrears.core.text.Shown;

/**
 * Where something stands in a policy file.
 *
 * @param path the keys that lead to it, as {@code penalty.grace.mode}; items of a list are counted from 1
 * @param line counted from 1
 */
record Place(String path, int line) {

    static final Place TOP = new Place("", 1);

    Place key(String key, int keyLine) {
        String shown = Shown.word(key);
        return new Place(path.isEmpty() ? shown : path + "." + shown, keyLine);
    }

    Place item(int number, int itemLine) {
        return new Place(path + "[" + number + "]", itemLine);
    }
}
