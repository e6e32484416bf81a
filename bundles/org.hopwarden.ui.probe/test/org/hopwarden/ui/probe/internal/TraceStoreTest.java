package org.hopwarden.ui.probe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathTracer;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.ui.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceStoreTest {

    @TempDir
    private Path folder;
    private TraceStore store;

    @BeforeEach
    void open() {
        store = new TraceStore(folder.resolve("traces"));
    }

    @Test
    void aTraceThatHasEndedComesBackAsItWas() {
        OpenTrace trace = Traces.running("1");
        Traces.end(trace, Status.DONE);
        store.save(trace);

        OpenTrace loaded = reload().getFirst();
        assertEquals("1", loaded.id());
        assertEquals(trace.snapshot(), loaded.snapshot());
    }

    @Test
    void allPathsComeBackAsTheyWere() throws IOException {
        var topology = ExampleTopologies.all().stream().filter(example -> example.id().equals("diamonds")).findFirst().orElseThrow()
                .topology();
        AllPaths asked = new AllPaths(MultipathAlgorithm.MDA_LITE, 0.99);
        TraceSpec spec = new TraceSpec("lab:diamonds", "jeweller.diamonds.example", "udp", 0, 30, 3)
                .withOptions(RunOptions.DEFAULT.withAllPaths(Optional.of(asked)));
        TraceRequest request = spec.request(topology.lookup(spec.target()).getFirst());
        OpenTrace trace = new OpenTrace("1", spec);
        trace.started(request);
        MultipathTracer.run(asked.request(request), SimulatedNetwork.of(topology).viewpointPort(), trace::onPaths, () -> false);
        assertTrue(trace.snapshot().paths().graph().nodesAt(3).size() == 4, "there are paths to save");
        assertFalse(trace.snapshot().paths().fellBack().isEmpty());
        store.save(trace);

        OpenTrace loaded = reload().getFirst();
        assertEquals(trace.snapshot().paths(), loaded.snapshot().paths());
        assertEquals(trace.snapshot(), loaded.snapshot());
    }

    @Test
    void aTraceThatRanWhenTheWindowDiedComesBackStoppedWithWhatItKnew() {
        OpenTrace trace = Traces.running("1");
        store.save(trace);

        OpenTrace loaded = reload().getFirst();
        assertEquals(Status.CANCELLED, loaded.snapshot().status());
        assertEquals(trace.snapshot().trace().hops(), loaded.snapshot().trace().hops());
        assertFalse(loaded.snapshot().trace().message().isEmpty());
    }

    @Test
    void aTraceThatHadNotBegunComesBackStopped() {
        store.save(new OpenTrace("1", Traces.SPEC));

        OpenTrace loaded = reload().getFirst();
        assertEquals(Status.CANCELLED, loaded.snapshot().status());
        assertEquals(Traces.SPEC, loaded.spec());
    }

    @Test
    void aTraceThatCouldNotStartKeepsItsReason() {
        OpenTrace trace = new OpenTrace("1", Traces.SPEC);
        trace.failed(new Problem("There is no route.", "Check the cable.", null));
        store.save(trace);

        assertEquals(trace.snapshot(), reload().getFirst().snapshot());
    }

    @Test
    void tracesComeBackInTheOrderOfTheirStart() {
        for (String id : List.of("20260102-1", "20260101-7", "20260103-2")) {
            store.save(new OpenTrace(id, Traces.SPEC));
        }

        assertEquals(List.of("20260101-7", "20260102-1", "20260103-2"), reload().stream().map(OpenTrace::id).toList());
    }

    @Test
    void aClosedTraceIsPutAsideAndCanBeTakenBack() {
        OpenTrace first = Traces.running("1");
        Traces.end(first, Status.DONE);
        store.save(first);
        store.close(first);

        assertTrue(reload().isEmpty());
        assertEquals(first.snapshot(), store.reopen().orElseThrow().snapshot());
        assertEquals(1, reload().size());
        assertTrue(store.reopen().isEmpty(), "there is no other");
    }

    @Test
    void onlyTheLastClosedTracesAreKept() throws IOException {
        for (int i = 0; i < 25; i++) {
            OpenTrace trace = new OpenTrace("%03d".formatted(i), Traces.SPEC);
            store.save(trace);
            store.close(trace);
        }

        try (Stream<Path> closed = Files.list(folder.resolve("traces/closed"))) {
            assertEquals(20, closed.count());
        }
    }

    @Test
    void savingLeavesNothingBesideTheFile() throws IOException {
        OpenTrace trace = Traces.running("1");
        store.save(trace);
        store.save(trace);

        try (Stream<Path> files = Files.list(folder.resolve("traces"))) {
            assertEquals(List.of("1.json"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private List<OpenTrace> reload() {
        return new TraceStore(folder.resolve("traces")).load();
    }
}
