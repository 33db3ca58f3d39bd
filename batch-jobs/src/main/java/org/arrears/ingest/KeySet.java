package org.arrears.ingest;

import java.util.Arrays;

/**
 * Keys seen so far, as 64-bit hashes, at most so many: 8 to 16 bytes each whatever their length.
 *
 * <p>Among 12 million keys two different ones share a hash once in 250,000 files.
 */
final class KeySet {

    private static final int FIRST_SLOTS = 1 << 10;

    private final int limit;
    private long[] slots = new long[FIRST_SLOTS];
    private int size;
    private boolean complete = true;

    KeySet(int limit) {
        this.limit = limit;
    }

    /** Adds a key; false if it is there already. Beyond the limit nothing is added. */
    boolean add(CharSequence key) {
        if (size >= limit) {
            complete = false;
            return !contains(key);
        }
        if (size >= slots.length / 4 * 3) {
            grow();
        }
        long hash = hash(key);
        int slot = slot(hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        size++;
        return true;
    }

    boolean contains(CharSequence key) {
        long hash = hash(key);
        return slots[slot(hash)] == hash;
    }

    /** Whether every key was kept, so that one that is not here was not seen. */
    boolean isComplete() {
        return complete;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> slots[slot(hash)] = hash);
    }

    private int slot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** FNV-1a over characters, then the finaliser of MurmurHash3; 0 marks a free slot and is no hash. */
    private static long hash(CharSequence key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
