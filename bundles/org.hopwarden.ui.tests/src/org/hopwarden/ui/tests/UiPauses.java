package org.hopwarden.ui.tests;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Measures, while a test runs, for how long the window did not answer. A thread puts markers on the UI thread's list and takes
 * the time until each has its turn; in a long pause it looks at what the UI thread is doing. Speed is reported, never asserted:
 * the environment variable {@value #VARIABLE} names the file to which each test adds its figures, and without it nothing is
 * measured. {@code releng/bench/pauses.sh} sets it.
 * <p>
 * A test class takes part by {@code @ExtendWith(UiPauses.class)}. What is measured includes what a test itself does on the UI
 * thread, except in {@link #aside}.
 */
public final class UiPauses implements BeforeEachCallback, AfterEachCallback {

    private static final String VARIABLE = "HOPWARDEN_PAUSES";
    private static final long INTERVAL_MILLIS = 10;
    /** Pauses from here on are listed. */
    private static final long NOTED_MILLIS = 50;
    /** The aim that no pause may exceed. */
    private static final long AIM_MILLIS = 100;
    private static final long SAMPLED_FROM_MILLIS = 30;
    private static final int MOST_SAMPLES = 256;
    private static final int MOST_LISTED = 8;
    private static final int MOST_FRAMES = 40;

    /** Odd while work is aside. */
    private static final AtomicInteger ASIDE = new AtomicInteger();
    private static volatile String step = "";

    private record Sample(long afterNanos, StackTraceElement[] stack) {
    }

    private record Pause(String step, long nanos, long processorNanos, List<Sample> samples) {

        /** Where the window was in the middle. */
        StackTraceElement[] middle() {
            return samples.stream().min(Comparator.comparingLong(sample -> Math.abs(sample.afterNanos() - nanos / 2)))
                    .map(Sample::stack).orElse(new StackTraceElement[0]);
        }

        /** What it did, by how often it was seen doing so. */
        String work() {
            Map<String, Long> counts = samples.stream().collect(Collectors.groupingBy(
                    sample -> Activity.of(sample.stack()), TreeMap::new, Collectors.counting()));
            return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
        }
    }

    /** Kinds of work, and the words in the names of methods by which they are known. */
    private enum Activity {
        CLASSES("ClassLoader.", "ClassDefiner.", "ClassLoaders"), LAMBDAS("LambdaMetafactory.", "MethodHandleNatives."),
        STYLES("org.eclipse.e4.ui.css."), MENUS("MenuManager", "ToolBarManager"), LAYOUT("Layout.layout", "updateLayout"),
        OTHER("");

        private final List<String> words;

        Activity(String... words) {
            this.words = List.of(words);
        }

        static String of(StackTraceElement[] stack) {
            String all = Arrays.stream(stack).map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .collect(Collectors.joining(" "));
            return Arrays.stream(values()).filter(work -> work.words.stream().anyMatch(all::contains)).findFirst()
                    .orElse(OTHER).name().toLowerCase(Locale.ROOT);
        }
    }

    private final List<Pause> pauses = new ArrayList<>();
    private Thread meter;
    private volatile boolean ended;

    /** Work with what shall be closed after it. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws E;
    }

    /** Names what the test does from now on, for the report. */
    static void step(String name) {
        step = name;
    }

    /** Does work on the UI thread that is the test's own, as writing a fixture, and no part of what the window does. */
    static <E extends Exception> void aside(Work<E> work) throws E {
        ASIDE.incrementAndGet();
        try {
            work.run();
        } finally {
            ASIDE.incrementAndGet();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (System.getenv(VARIABLE) == null) {
            return;
        }
        pauses.clear();
        ended = false;
        step = "at the beginning";
        Display display = Display.getCurrent();
        meter = Thread.ofPlatform().daemon().name("pauses of the window").start(() -> measure(display));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (meter == null) {
            return;
        }
        Thread last = meter;
        meter = null;
        try {
            // So that a pause that is under way is counted as well.
            Wait.settle();
        } finally {
            ended = true;
        }
        Wait.until("the end of the measurement", () -> !last.isAlive());
        report(context.getRequiredTestClass().getSimpleName() + "#" + context.getRequiredTestMethod().getName());
    }

    private void measure(Display display) {
        Thread window = display.getThread();
        try {
            while (!ended && !display.isDisposed()) {
                measureOnce(display, window);
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measureOnce(Display display, Thread window) throws InterruptedException {
        int asideBefore = ASIDE.get();
        long processorBefore = processorNanos(window);
        long[] reached = new long[1];
        String[] during = new String[1];
        CountDownLatch turn = new CountDownLatch(1);
        List<Sample> samples = new ArrayList<>();
        long posted = System.nanoTime();
        display.asyncExec(() -> {
            reached[0] = System.nanoTime();
            during[0] = step;
            turn.countDown();
        });
        while (!turn.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (display.isDisposed() || !window.isAlive()) {
                return;
            }
            long waited = System.nanoTime() - posted;
            if (waited >= TimeUnit.MILLISECONDS.toNanos(SAMPLED_FROM_MILLIS) && samples.size() < MOST_SAMPLES) {
                samples.add(new Sample(waited, window.getStackTrace()));
            }
        }
        long nanos = reached[0] - posted;
        boolean counts = ASIDE.get() == asideBefore && asideBefore % 2 == 0;
        if (counts && nanos >= TimeUnit.MILLISECONDS.toNanos(NOTED_MILLIS)) {
            pauses.add(new Pause(during[0], nanos, processorNanos(window) - processorBefore, samples));
        }
    }

    /** Tells a pause in which the window worked from one in which a busy machine did not let it. */
    private static long processorNanos(Thread thread) {
        return Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
    }

    private void report(String test) throws IOException {
        List<Pause> longest = pauses.stream().sorted(Comparator.comparingLong(Pause::nanos).reversed()).toList();
        List<Pause> busiest = pauses.stream().sorted(Comparator.comparingLong(Pause::processorNanos).reversed()).toList();
        long aim = TimeUnit.MILLISECONDS.toNanos(AIM_MILLIS);
        long over = longest.stream().filter(pause -> pause.nanos() > aim).count();
        long worked = longest.stream().filter(pause -> pause.processorNanos() > aim).count();
        String text = test + ": " + (longest.isEmpty() ? "no pause of " + NOTED_MILLIS + " ms or more"
                : "longest pause " + millis(longest.getFirst().nanos()) + "; over " + AIM_MILLIS + " ms: " + over
                + ", of processor time: " + worked + ", the longest " + millis(busiest.getFirst().processorNanos())) + "\n"
                + busiest.stream().limit(MOST_LISTED).map(UiPauses::describe).collect(Collectors.joining());
        Files.writeString(Path.of(System.getenv(VARIABLE)), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
    }

    private static String describe(Pause pause) {
        String head = "  " + millis(pause.nanos()) + " (processor " + millis(pause.processorNanos()) + "), "
                + pause.step() + ": " + pause.work() + "\n";
        return head + Arrays.stream(pause.middle()).takeWhile(frame -> !frame.getClassName().startsWith("org.junit."))
                .limit(MOST_FRAMES).map(frame -> "      " + frame.getClassName() + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber() + "\n").collect(Collectors.joining());
    }
}
