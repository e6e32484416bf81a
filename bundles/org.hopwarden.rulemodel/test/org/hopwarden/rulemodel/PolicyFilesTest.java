package org.hopwarden.rulemodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.PolicyFileException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    @TempDir
    private Path folder;

    @Test
    void comesBackAsItWasSaved() throws IOException {
        Policy policy = everything();
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(policy, file);
        Policy loaded = PolicyFiles.load(file);
        assertTrue(EcoreUtil.equals(policy, loaded), () -> read(file));
        assertSame(loaded.getAddressObjects().get(0),
                ((AddressUse) loaded.getChains().get(0).getRules().get(0).getMatch().getSource().get(0)).getObject());
        assertEquals(List.of(), PolicyProblems.of(loaded));
    }

    @Test
    void savingWhatWasLoadedGivesTheSameBytes() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        byte[] first = Files.readAllBytes(file);
        PolicyFiles.save(PolicyFiles.load(file), file);
        assertArrayEquals(first, Files.readAllBytes(file));
        assertTrue(read(file).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
        assertFalse(read(file).contains("\r"));
    }

    @Test
    void remarksKeepEveryCharacter() throws IOException {
        Policy policy = everything();
        Rule rule = policy.getChains().get(0).getRules().get(0);
        rule.getRemarks().addAll(List.of("", "  two  blanks\t", "<&>\"']]>", "Grüße 日本"));
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(policy, file);
        assertEquals(rule.getRemarks(), PolicyFiles.load(file).getChains().get(0).getRules().get(0).getRemarks());
    }

    @Test
    void renamingAnObjectBreaksNoReference() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        Policy policy = everything();
        PolicyFiles.save(policy, file);
        String id = policy.getAddressObjects().get(0).getId();
        Files.writeString(file, read(file).replace("name=\"servers\"", "name=\"machines\""));
        Policy loaded = PolicyFiles.load(file);
        assertEquals("machines", loaded.getAddressObjects().get(0).getName());
        assertEquals(id, ((AddressUse) loaded.getChains().get(0).getRules().get(0).getMatch().getSource().get(0))
                .getObject().getId());
    }

    @Test
    void idsAreGivenOnceAndStay() throws IOException {
        Policy policy = everything();
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(policy, file);
        String second = policy.getChains().get(0).getRules().get(1).getId();
        policy.getChains().get(0).getRules().move(0, 1);
        Rule added = EcoreUtil.copy(policy.getChains().get(0).getRules().get(0));
        added.setId(null);
        policy.getChains().get(0).getRules().add(0, added);
        PolicyFiles.save(policy, file);
        assertEquals(second, PolicyFiles.load(file).getChains().get(0).getRules().get(1).getId());
        assertEquals(List.of(), PolicyProblems.of(policy));
    }

    @Test
    void leavesNothingBesideTheFileAndKeepsItsRights() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        PolicyFiles.save(everything(), file);
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void whatCannotBeSavedLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        Policy policy = everything();
        PolicyFiles.save(policy, file);
        byte[] before = Files.readAllBytes(file);
        policy.getChains().get(0).getRules().get(0).getRemarks().add("bell \u0007");
        PolicyFileException e = assertThrows(PolicyFileException.class, () -> PolicyFiles.save(policy, file));
        assertEquals(Kind.CONTENT, e.kind());
        assertTrue(e.getMessage().contains("control characters"), e.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
        PolicyFileException noFolder = assertThrows(PolicyFileException.class,
                () -> PolicyFiles.save(everything(), folder.resolve("none/p.hwpolicy")));
        assertEquals(Kind.ACCESS, noFolder.kind());
        assertTrue(noFolder.getMessage().contains("folder"), noFolder.getMessage());
    }

    @Test
    void refusesANewerVersionWithoutTouchingIt() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        Files.writeString(file, read(file).replace(RulemodelPackage.eNS_URI, PolicyFiles.NAMESPACE_STEM + "7")
                .replace("failMode=\"open\"", "failMode=\"ajar\" somethingNew=\"1\""));
        byte[] before = Files.readAllBytes(file);
        PolicyFileException e = assertThrows(PolicyFileException.class, () -> PolicyFiles.load(file));
        assertEquals(Kind.NEWER_VERSION, e.kind());
        assertTrue(e.getMessage().contains("version 7") && e.getMessage().contains("up to " + PolicyFiles.FORMAT_VERSION), e.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void damageIsToldWithLineAndColumn() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        String good = read(file);
        int line = 1 + (int) good.substring(0, good.indexOf("prefix=")).chars().filter(c -> c == '\n').count();
        damaged(file, good.replaceFirst("prefix=\"[^\"]*\"", "prefix=\"192.0.2.0/99\""), line, "99");
        damaged(file, good.replaceFirst("prefix=", "perfix="), line, "perfix");
        damaged(file, good.replaceFirst("object=\"[^\"]*\"", "object=\"a77\""), 0, "a77");
        damaged(file, good.replaceFirst("<action", "<<action"), 0, "");
        damaged(file, good.replaceFirst("defaultIn=\"allow\"", "defaultIn=\"perhaps\""), 2, "perhaps");
        damaged(file, good.substring(0, good.length() / 2), 0, "");
        Files.write(file, (good.substring(0, 300) + "\u00fc").getBytes(StandardCharsets.ISO_8859_1));
        PolicyFileException latin = assertThrows(PolicyFileException.class, () -> PolicyFiles.load(file));
        assertTrue(latin.line() > 1 && latin.getMessage().contains("0xfc there is no UTF-8"), latin.getMessage());
        damaged(file, "", 0, "empty");
        damaged(file, "not xml", 1, "XML");
        damaged(file, "<a xmlns=\"urn:x\"/>", 1, "no policy");
        damaged(file, good.replace("/policy/" + PolicyFiles.FORMAT_VERSION, "/policy/x"), 2, "no version");
    }

    private static void damaged(Path file, String content, int line, String word) throws IOException {
        Files.writeString(file, content);
        PolicyFileException e = assertThrows(PolicyFileException.class, () -> PolicyFiles.load(file), content);
        assertEquals(Kind.CONTENT, e.kind());
        assertTrue(e.getMessage().startsWith(file.toString()) && e.getMessage().contains(word), e.getMessage());
        assertTrue(line == 0 || e.line() == line && e.column() > 0, e.getMessage());
        assertTrue(e.getMessage().contains("older copy"), e.getMessage());
    }

    @Test
    void entitiesSchemasAndOtherFilesAreRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        String good = read(file);
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        damaged(file, good.replace(head, head + "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n")
                .replace("name=\"office\"", "name=\"&e;\""), 2, "document type");
        damaged(file, good.replaceFirst("object=\"[^\"]*\"/>",
                "><object href=\"other.hwpolicy#a1\"/></source>"), 0, "");
        PolicyFiles.save(everything(), folder.resolve("other.hwpolicy"));
        damaged(file, good.replaceFirst("(?s)<chains.*</chains>", "<chains href=\"other.hwpolicy#c1\"/>"), 0, "other");
        Files.writeString(file, good.replace("xmlns:hopwarden=", "xsi:schemaLocation=\"urn:x " + secret.toUri()
                + "\" xmlns:hopwarden="));
        assertEquals("office", PolicyFiles.load(file).getName());
    }

    @Test
    void laughsAtABillionLaughs() throws IOException {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY e").append(i).append(" \"&e").append(i - 1).append(";&e").append(i - 1).append(";\">");
        }
        damaged(folder.resolve("p.hwpolicy"), dtd + "]><x>&e29;</x>", 1, "document type");
    }

    @Test
    void deepNestingIsRefusedAndNoMore() throws IOException {
        String root = "<hopwarden:Policy xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:hopwarden=\""
                + RulemodelPackage.eNS_URI + "\">";
        damaged(folder.resolve("p.hwpolicy"), root + "<chains>".repeat(100_000), 1, "");
    }

    @Test
    void randomDamageGivesNothingButTheDeclaredException() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        byte[] good = Files.readAllBytes(file);
        long seed = Long.getLong("hopwarden.seed", 7);
        Random random = new Random(seed);
        int rounds = Boolean.getBoolean("hopwarden.full") ? 100_000 : 1_000;
        for (int i = 0; i < rounds; i++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : ' ' + random.nextInt(95));
            }
            Files.write(file, bad);
            try {
                PolicyProblems.of(PolicyFiles.load(file));
            } catch (PolicyFileException e) {
                assertTrue(e.line() > 0 && e.column() > 0, () -> "seed " + seed + ": " + e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i + ":\n" + new String(bad, StandardCharsets.UTF_8), e);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A policy that uses every feature of the model. */
    static Policy everything() {
        Policy policy = MODEL.createPolicy();
        policy.setName("office");
        policy.setDescription("Line 1\nline 2");
        policy.setDefaultIn(Disposition.ALLOW);
        policy.setFailMode(FailMode.OPEN);
        AddressObject servers = MODEL.createAddressObject();
        servers.setName("servers");
        servers.getTerms().add(prefix("192.0.2.0/24"));
        AddressRange range = MODEL.createAddressRange();
        range.setFirst(IpAddress.parse("2001:db8::1"));
        range.setLast(IpAddress.parse("2001:db8::ff"));
        servers.getTerms().add(range);
        AddressWildcard wildcard = MODEL.createAddressWildcard();
        wildcard.setAddress(IpAddress.parse("10.0.0.1"));
        wildcard.setWildcard(IpAddress.parse("0.255.0.254"));
        servers.getTerms().add(wildcard);
        ServiceObject web = MODEL.createServiceObject();
        web.setName("web");
        Service http = MODEL.createService();
        http.setProtocol(6);
        PortCondition ports = MODEL.createPortCondition();
        ports.setOperator(PortOperator.NEQ);
        ports.setPorts(NumberSet.parse("80,443,8000-8080"));
        http.setDestinationPort(ports);
        http.setEstablished(true);
        http.setTcpFlags(new TcpFlagTest(TcpFlags.SYN | TcpFlags.ACK, TcpFlags.SYN));
        web.getTerms().add(http);
        policy.getAddressObjects().add(servers);
        policy.getServiceObjects().add(web);
        Chain chain = MODEL.createChain();
        chain.setName("2001");
        chain.setIpVersion(IpFamily.V4);
        chain.setEnd(ChainEnd.POLICY);
        IosNumberedList list = MODEL.createIosNumberedList();
        list.setNumber(2001);
        chain.setDialect(list);
        chain.getEndRemarks().add("the end");
        Rule first = rule(MODEL.createAllow());
        first.getRemarks().add("why");
        first.setLog(LogMode.LOG_INPUT);
        AddressUse use = MODEL.createAddressUse();
        use.setObject(servers);
        first.getMatch().getSource().add(use);
        ServiceUse serviceUse = MODEL.createServiceUse();
        serviceUse.setObject(web);
        first.getMatch().getService().add(serviceUse);
        Reject reject = MODEL.createReject();
        reject.setType(RejectType.TCP_RESET);
        Rule second = rule(reject);
        second.setName("second");
        second.setEnabled(false);
        second.getMatch().setIpVersion(IpFamily.V6);
        second.getMatch().getDestination().add(prefix("2001:db8::/32"));
        Service echo = MODEL.createService();
        echo.setProtocol(58);
        echo.setIcmpType(128);
        echo.setIcmpCode(0);
        second.getMatch().getService().add(echo);
        Rule third = rule(MODEL.createDeny());
        third.getMatch().setFragments(true);
        chain.getRules().addAll(List.of(first, second, third));
        policy.getChains().add(chain);
        return policy;
    }

    private static AddressPrefix prefix(String text) {
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.parse(text));
        return prefix;
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }

    @Test
    void whatIsCutOffAnywhereIsToldWithItsPlace() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length - 1; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            PolicyFileException e = assertThrows(PolicyFileException.class, () -> PolicyFiles.read(file, cut));
            assertTrue(e.line() > 0 && e.column() > 0, length + ": " + e.getMessage());
        }
    }

    @Test
    void otherEncodingsAreToldAndAMarkOfUtf8IsRead() throws IOException {
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(everything(), file);
        String good = read(file);
        damaged(file, good.replace("UTF-8", "UTF-7"), 1, "said to be in UTF-7");
        damaged(file, good.replace("UTF-8", "ISO-8859-1"), 1, "said to be in ISO-8859-1");
        for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            PolicyFileException e = assertThrows(PolicyFileException.class, () -> PolicyFiles.read(file, good.getBytes(encoding)));
            assertTrue(e.line() == 1 && e.getMessage().contains("UTF-16"), e.getMessage());
        }
        assertEquals("office", PolicyFiles.read(file, ("\ufeff" + good).getBytes(StandardCharsets.UTF_8)).getName());
    }
}
