package org.hopwarden.probe;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Graphs to trace, as {@link GraphPort} reads them. */
final class Graphs {

    /** Two routers, a diamond of so many, two routers, the target: nine nodes for a diamond of four. */
    static String diamond(int width) {
        return "a>b " + fan("b", "m", width) + join("m", width, "y") + "y>z z>target";
    }

    /** Chains of two in a diamond. */
    static String parallel(int width) {
        return "a>b " + fan("b", "m", width) + IntStream.range(0, width).mapToObj(i -> "m" + i + ">n" + i + " ")
                .collect(Collectors.joining()) + join("n", width, "y") + "y>target";
    }

    /** Two hops of a diamond, each node of the first linked with {@code each} of the second. */
    static String meshed(int width, int each) {
        return "a>b " + fan("b", "m", width) + IntStream.range(0, width * each)
                .mapToObj(i -> "m" + i / each + ">n" + (i / each + i % each) % width + " ").collect(Collectors.joining())
                + join("n", width, "y") + "y>target";
    }

    /** One branch of a diamond is a diamond itself. */
    static final String ASYMMETRIC = "a>b b>m0 b>m1 m0>n0 m0>n1 m1>n2 n0>y n1>y n2>y y>target";

    /** Of the links between two hops only one crosses. */
    static final String ONE_CROSSING = "a>b b>m0 b>m1 m0>n0 m1>n1 m0>n1 n0>y n1>y y>target";

    /** Branches of different length. */
    static final String UNEQUAL_LENGTHS = "a>b a>c b>target c>d d>target";

    static final String TWO_DIAMONDS = "a>m0 a>m1 m0>b m1>b b>n0 b>n1 b>n2 n0>y n1>y n2>y y>target";

    private Graphs() {
    }

    private static String fan(String from, String to, int width) {
        return IntStream.range(0, width).mapToObj(i -> from + ">" + to + i + " ").collect(Collectors.joining());
    }

    private static String join(String from, int width, String to) {
        return IntStream.range(0, width).mapToObj(i -> from + i + ">" + to + " ").collect(Collectors.joining());
    }
}
