package org.hopwarden.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.Plugins;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.Test;

/** What segments and datagrams carry, as a person sees it. */
class PayloadDissectorTest {

    private static final IpHeader IP = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);

    private static byte[] segment(byte[] payload) {
        MemorySegment packet = PacketBuilder.tcp(IP, 40000, 443, 1, 1, TcpFlags.ACK, 1024, new byte[0], payload);
        return packet.toArray(ValueLayout.JAVA_BYTE);
    }

    private static ProtocolNode last(byte[] frame) {
        return Dissection.of(LinkType.RAW, frame, frame.length).getLast();
    }

    /** A Client Hello with one cipher, no compression, an extension that means nothing, and a server name. */
    private static byte[] hello(String serverName) {
        byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] { 3, 3 });
        body.writeBytes(new byte[32]);
        body.writeBytes(new byte[] { 2, 9, 9, 0, 2, 0x13, 1, 1, 0 });
        int extensions = 4 + 1 + 9 + name.length;
        body.writeBytes(new byte[] { 0, (byte) extensions, 0x12, 0x34, 0, 1, 7, 0, 0, 0, (byte) (name.length + 5), 0,
                (byte) (name.length + 3), 0, 0, (byte) name.length });
        body.writeBytes(name);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] { 22, 3, 1, 0, (byte) (body.size() + 4), 1, 0, 0, (byte) body.size() });
        record.writeBytes(body.toByteArray());
        return record.toByteArray();
    }

    @Test
    void tlsTellsTheServerThatIsAskedFor() {
        ProtocolNode tls = last(segment(hello("www.example.org")));
        assertEquals("TLS: Client Hello to www.example.org", tls.text());
        ProtocolNode name = tls.children().getLast();
        assertEquals("Server name: www.example.org", name.text());
        assertEquals("www.example.org", new String(segment(hello("www.example.org")), name.offset(), name.lengthBytes(),
                StandardCharsets.US_ASCII));
    }

    @Test
    void cutOrDamagedHellosTakeNoHarm() {
        byte[] whole = hello("www.example.org");
        for (int length = 1; length < whole.length; length++) {
            String text = last(segment(Arrays.copyOf(whole, length))).text();
            assertFalse(text.contains("www.example.org"), text);
        }
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            byte[] frame = segment(damaged);
            ProtocolNode node = last(frame);
            assertEquals(frame.length, node.offset() + node.lengthBytes(), "round " + round);
        }
    }

    @Test
    void protocolsOfTextTellTheirFirstLine() {
        assertEquals("HTTP: GET /index.html HTTP/1.1",
                last(segment("GET /index.html HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII))).text());
        assertEquals("SSH: SSH-2.0-OpenSSH_9.2", last(segment("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII))).text());
        assertEquals("Text: 220 mail.example ready",
                last(segment("220 mail.example ready\r\n".getBytes(StandardCharsets.US_ASCII))).text());
        assertTrue(last(segment(new byte[] { 1, 2, 3, 4, 5, '\n' })).text().startsWith("Data: "));
    }

    /** As a plug-in would bring it; its own frames alone. */
    public static final class Faulty implements PayloadDissector {
        @Override
        public String id() {
            return "faulty";
        }

        @Override
        public Optional<ProtocolNode> dissect(Payload payload) {
            return switch (payload.byteAt(0)) {
                case 0xf1 -> throw new IllegalStateException("on purpose");
                case 0xf2 -> Optional.of(ProtocolNode.field("Outside", "", 0, 4000));
                case 0xf3 -> Optional.of(ProtocolNode.field("Plug-in", "seen", payload.offset(), payload.lengthBytes()));
                default -> Optional.empty();
            };
        }
    }

    @Test
    void aPlugInsDissectorIsFoundAndAFaultyOneDoesNoHarm() throws Exception {
        ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {
            @Override
            public java.util.Enumeration<java.net.URL> getResources(String name) throws java.io.IOException {
                return name.equals("META-INF/services/" + PayloadDissector.class.getName())
                        ? java.util.Collections.enumeration(List.of(service())) : super.getResources(name);
            }
        };
        Plugins.add("test", loader);
        try {
            assertEquals("Plug-in: seen", last(segment(new byte[] { (byte) 0xf3, 1 })).text());
            assertTrue(last(segment(new byte[] { (byte) 0xf1, 1 })).text().startsWith("Data: 2 bytes"));
            assertTrue(last(segment(new byte[] { (byte) 0xf2, 1 })).text().startsWith("Data: 2 bytes"));
        } finally {
            Plugins.remove(loader);
        }
        assertTrue(last(segment(new byte[] { (byte) 0xf3, 1 })).text().startsWith("Data: 2 bytes"));
    }

    private static java.net.URL service() throws java.io.IOException {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("service", ".txt");
        file.toFile().deleteOnExit();
        return java.nio.file.Files.writeString(file, Faulty.class.getName() + "\n").toUri().toURL();
    }
}
