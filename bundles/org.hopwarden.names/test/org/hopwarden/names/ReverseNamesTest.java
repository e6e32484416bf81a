package org.hopwarden.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.hopwarden.net.IpAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

class ReverseNamesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Answers for every address of 192.0.2.0/24 and 2001:db8::/32, and says that others have no name. */
    private final class Server implements AutoCloseable {

        final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        final Map<Name, AtomicInteger> asked = new ConcurrentHashMap<>();
        volatile boolean mute;
        /** Answers nobody until this many have asked. */
        volatile int together;
        private final List<DatagramPacket> held = new ArrayList<>();

        Server() throws SocketException {
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            byte[] buffer = new byte[1500];
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                try {
                    socket.receive(packet);
                    Message question = new Message(Arrays.copyOf(buffer, packet.getLength()));
                    asked.computeIfAbsent(question.getQuestion().getName(), name -> new AtomicInteger()).incrementAndGet();
                    if (!mute) {
                        byte[] answer = answer(question).toWire();
                        held.add(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                        if (held.size() >= together) {
                            for (DatagramPacket each : held) {
                                socket.send(each);
                            }
                            held.clear();
                        }
                    }
                } catch (SocketException e) {
                    return;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private Message answer(Message question) throws IOException {
            Record wanted = question.getQuestion();
            Message answer = new Message(question.getHeader().getID());
            answer.getHeader().setFlag(Flags.QR);
            answer.addRecord(wanted, Section.QUESTION);
            String text = wanted.getName().toString();
            if (text.endsWith(".2.0.192.in-addr.arpa.")) {
                answer.addRecord(new PTRRecord(wanted.getName(), DClass.IN, 300,
                        Name.fromString("host-" + text.split("\\.")[0] + ".example.")), Section.ANSWER);
            } else if (text.endsWith(".8.b.d.0.1.0.0.2.ip6.arpa.")) {
                answer.addRecord(new PTRRecord(wanted.getName(), DClass.IN, 300, Name.fromString("six.example.")), Section.ANSWER);
            } else {
                answer.getHeader().setRcode(Rcode.NXDOMAIN);
                Name zone = Name.fromString("in-addr.arpa.");
                answer.addRecord(new SOARecord(zone, DClass.IN, 300, zone, zone, 1, 300, 300, 300, 300), Section.AUTHORITY);
            }
            return answer;
        }

        int questions() {
            return asked.values().stream().mapToInt(AtomicInteger::get).sum();
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    @TempDir
    private Path folder;

    private Server server;
    private ReverseNames names;

    @BeforeEach
    void start() throws SocketException {
        server = new Server();
        names = names(HostTable.read(folder.resolve("none")));
    }

    private ReverseNames names(HostTable table) {
        return ReverseNames.of((InetSocketAddress) server.socket.getLocalSocketAddress(), table);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static IpAddress address(int last) {
        return IpAddress.parse("192.0.2." + last);
    }

    @Test
    void namesOfBothVersionsWithoutTheLastDot() throws Exception {
        IpAddress v6 = IpAddress.parse("2001:db8::53");
        assertEquals(Map.of(address(7), "host-7.example", v6, "six.example"),
                names.namesOf(List.of(address(7), v6, IpAddress.parse("203.0.113.1")), PATIENCE));
    }

    @Test
    void answersAreKeptThoseWithoutANameAsWell() {
        IpAddress nameless = IpAddress.parse("203.0.113.1");
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.of("host-1.example"), names.nameOf(address(1)).join());
            assertEquals(Optional.empty(), names.nameOf(nameless).join());
        }
        assertEquals(2, server.questions(), server.asked::toString);
    }

    @Test
    void onlySoManyAreOutAtATimeAndNoneIsForgotten() throws Exception {
        List<IpAddress> many = IntStream.range(0, 200).mapToObj(ReverseNamesTest::address).toList();
        assertEquals(200, names.namesOf(many, PATIENCE).size());
        // With no answers, no more questions than these arrive.
        server.mute = true;
        int before = server.asked.size();
        IntStream.range(0, 60).forEach(i -> names.nameOf(IpAddress.parse("198.51.100." + i)));
        CountDownLatch arrived = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            while (server.asked.size() < before + ReverseNames.MOST_AT_ONCE) {
                Thread.onSpinWait();
            }
            arrived.countDown();
        });
        arrived.await();
        assertEquals(before + ReverseNames.MOST_AT_ONCE, server.asked.size());
    }

    @Test
    void questionsAreOutTogether() throws Exception {
        server.together = ReverseNames.MOST_AT_ONCE;
        assertEquals(ReverseNames.MOST_AT_ONCE,
                names.namesOf(IntStream.range(0, ReverseNames.MOST_AT_ONCE).mapToObj(ReverseNamesTest::address).toList(), PATIENCE)
                        .size());
    }

    @Test
    void aServerThatIsMuteHoldsNobodyUp() throws Exception {
        server.mute = true;
        assertEquals(Map.of(), names.namesOf(List.of(address(1)), Duration.ofMillis(50)));
        assertEquals(Optional.empty(), names.nameOf(address(1)).join());
        server.mute = false;
        Optional<String> found = Optional.empty();
        // A busy machine may be late more than once.
        for (int attempt = 0; attempt < 200 && found.isEmpty(); attempt++) {
            found = names.nameOf(address(1)).join();
        }
        assertEquals(Optional.of("host-1.example"), found, "a failure is not kept");
        assertTrue(server.questions() >= 2);
    }

    @Test
    void theTableOfTheHostComesFirst() throws Exception {
        Path file = Files.writeString(folder.resolve("hosts"), "192.0.2.7 printer.home printer\n");
        names = names(HostTable.read(file));
        assertEquals(Map.of(address(7), "printer.home", address(8), "host-8.example"),
                names.namesOf(List.of(address(7), address(8)), PATIENCE));
        assertEquals(1, server.questions(), "nobody was asked for what the table says");
    }
}
