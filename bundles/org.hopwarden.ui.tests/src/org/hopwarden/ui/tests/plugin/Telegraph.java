package org.hopwarden.ui.tests.plugin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.PolicyExporter;
import org.hopwarden.interchange.PolicyImporter;
import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/** One of each service that shows in the Rules perspective. A telegram is the name of a chain. */
public final class Telegraph {

    private Telegraph() {
    }

    /** Reads telegrams. */
    public static final class Importer implements PolicyImporter {

        @Override
        public String id() {
            return "telegraph";
        }

        @Override
        public String label() {
            return "Telegrams";
        }

        @Override
        public List<String> declaredLosses() {
            return List.of("Poetry is not kept.");
        }

        @Override
        public ImportResult read(byte[] content, ImportOptions options) throws ImportException {
            String name = new String(content, StandardCharsets.UTF_8).strip();
            if (name.isEmpty()) {
                throw new ImportException(List.of(new ImportException.Problem(1, 1, "the telegram is empty")));
            }
            Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
            policy.setName(options.policyName());
            Chain chain = RulemodelFactory.eINSTANCE.createChain();
            chain.setName(name);
            chain.setEnd(ChainEnd.DENY);
            policy.getChains().add(chain);
            return new ImportResult(policy, List.of());
        }
    }

    /** Writes telegrams. */
    public static final class Exporter implements PolicyExporter {

        @Override
        public String id() {
            return "telegraph";
        }

        @Override
        public String label() {
            return "Telegrams";
        }

        @Override
        public List<String> declaredLosses() {
            return List.of("Rules are not written.");
        }

        @Override
        public ExportResult write(Policy policy, ExportOptions options) {
            return new ExportResult(policy.getChains().getFirst().getName() + " STOP\n", List.of());
        }
    }

    /** Counts seven packets on a line. */
    public static final class BackEnd implements EnforcementBackEnd {

        private static final Option LINE = new Option("line", "Line", "Which line");

        @Override
        public String id() {
            return "telegraph";
        }

        @Override
        public String label() {
            return "Telegraph line";
        }

        @Override
        public String description() {
            return "Keeps an eye on a line.";
        }

        @Override
        public Optional<Obstacle> obstacle() {
            return Optional.empty();
        }

        @Override
        public List<Option> options() {
            return List.of(LINE);
        }

        @Override
        public List<String> choices(Option option, Map<String, String> chosen) {
            return List.of("east", "west");
        }

        @Override
        public Enforcer start(Request request) throws OptionException {
            return new Line(request.policy().chain(), request.value(LINE));
        }
    }

    /** At work until it is closed. */
    private record Line(String chain, String name, CountDownLatch closed) implements Enforcer {

        Line(String chain, String name) {
            this(chain, name, new CountDownLatch(1));
        }

        @Override
        public EnforcementStatistics statistics() {
            return new EnforcementStatistics(7, 0, 7, 0, 0, 0, List.of(new EnforcementStatistics.RuleCount(chain, 0, 7, 70)));
        }

        @Override
        public String place() {
            return "the line " + name;
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            return closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Says how many chains there are. */
    public static final class Section implements ReportSection {

        @Override
        public String id() {
            return "telegraph";
        }

        @Override
        public String title() {
            return "As a telegram";
        }

        @Override
        public int place() {
            return 450;
        }

        @Override
        public boolean appliesTo(ReportSubject subject) {
            return true;
        }

        @Override
        public List<ReportBlock> content(ReportSubject subject) {
            return List.of(new ReportBlock.Paragraph(subject.policy().getChains().getFirst().getName() + " STOP"));
        }
    }
}
