package org.hopwarden.analysis.internal;

import java.util.Arrays;

/**
 * Sets of small numbers as sorted, disjoint intervals that do not touch: first and last of each in turn, both included. Arrays
 * are shared and never changed.
 */
final class Sets {

    static final int[] EMPTY = {};

    private Sets() {
    }

    static int[] range(int first, int last) {
        return new int[] { first, last };
    }

    static boolean isEmpty(int[] set) {
        return set.length == 0;
    }

    /** How many numbers the set holds. */
    static int size(int[] set) {
        int size = 0;
        for (int i = 0; i < set.length; i += 2) {
            size += set[i + 1] - set[i] + 1;
        }
        return size;
    }

    static boolean contains(int[] set, int value) {
        if (set.length == 2) {
            return value >= set[0] && value <= set[1];
        }
        int low = 0;
        int high = set.length / 2 - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (value < set[2 * middle]) {
                high = middle - 1;
            } else if (value > set[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    static boolean intersects(int[] a, int[] b) {
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i + 1] < b[j]) {
                i += 2;
            } else if (b[j + 1] < a[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Whether each number of {@code inner} is in {@code outer}. */
    static boolean covers(int[] outer, int[] inner) {
        int i = 0;
        for (int j = 0; j < inner.length; j += 2) {
            while (i < outer.length && outer[i + 1] < inner[j]) {
                i += 2;
            }
            if (i == outer.length || outer[i] > inner[j] || outer[i + 1] < inner[j + 1]) {
                return false;
            }
        }
        return true;
    }

    static int[] intersection(int[] a, int[] b) {
        int[] result = new int[a.length + b.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int first = Math.max(a[i], b[j]);
            int last = Math.min(a[i + 1], b[j + 1]);
            if (first <= last) {
                result[n++] = first;
                result[n++] = last;
            }
            if (a[i + 1] < b[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return n == result.length ? result : Arrays.copyOf(result, n);
    }

    /** How many numbers are in both. */
    static int common(int[] a, int[] b) {
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int first = Math.max(a[i], b[j]);
            int last = Math.min(a[i + 1], b[j + 1]);
            size += Math.max(0, last - first + 1);
            if (a[i + 1] < b[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return size;
    }

    static int[] minus(int[] a, int[] b) {
        int[] result = new int[a.length + b.length];
        int n = 0;
        int j = 0;
        for (int i = 0; i < a.length; i += 2) {
            int first = a[i];
            int last = a[i + 1];
            while (j < b.length && b[j + 1] < first) {
                j += 2;
            }
            for (int k = j; k < b.length && b[k] <= last; k += 2) {
                if (b[k] > first) {
                    result[n++] = first;
                    result[n++] = b[k] - 1;
                }
                first = b[k + 1] + 1;
            }
            if (first <= last) {
                result[n++] = first;
                result[n++] = last;
            }
        }
        return n == result.length ? result : Arrays.copyOf(result, n);
    }

    static int[] union(int[] a, int[] b) {
        int[] result = new int[a.length + b.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean fromA = j == b.length || i < a.length && a[i] <= b[j];
            int first = fromA ? a[i] : b[j];
            int last = fromA ? a[i + 1] : b[j + 1];
            if (fromA) {
                i += 2;
            } else {
                j += 2;
            }
            if (n > 0 && first <= result[n - 1] + 1) {
                result[n - 1] = Math.max(result[n - 1], last);
            } else {
                result[n++] = first;
                result[n++] = last;
            }
        }
        return Arrays.copyOf(result, n);
    }

    /** The number at a place of the set in ascending order, counted from 0. */
    static int at(int[] set, int place) {
        int left = place;
        for (int i = 0; i < set.length; i += 2) {
            int size = set[i + 1] - set[i] + 1;
            if (left < size) {
                return set[i] + left;
            }
            left -= size;
        }
        throw new IndexOutOfBoundsException(place);
    }
}
