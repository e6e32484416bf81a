package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.PolicyExporter;
import org.hopwarden.interchange.internal.IosTargets.Target;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceUse;

/** Writes chains as access lists of Cisco IOS, in front of them the objects that they name, behind them where they are bound. */
public final class IosExporter implements PolicyExporter {

    @Override
    public String id() {
        return IosImporter.ID;
    }

    @Override
    public String label() {
        return IosImporter.LABEL;
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("Names, descriptions and IDs of rules, chains and the policy are not written, nor objects that no list names.",
                "Fail mode and default actions are not written: what no list speaks of, IOS lets pass.",
                "Counters, and what beside the lists was kept as it stood, are not written with a single chain.");
    }

    @Override
    public ExportResult write(Policy policy, ExportOptions options) throws ExportException {
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw new ExportException(problems.stream().map(PolicyProblem::toString).toList());
        }
        List<Chain> chains = policy.getChains().stream()
                .filter(chain -> options.chain() == null || options.chain().equals(chain.getName())).toList();
        if (chains.isEmpty()) {
            throw new ExportException(List.of(options.chain() == null ? "the policy has no chain to write"
                    : "the policy has no chain " + options.chain() + "; it has "
                            + policy.getChains().stream().map(Chain::getName).toList()));
        }
        List<String> losses = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        Set<NamedElement> used = new LinkedHashSet<>();
        StringBuilder lists = new StringBuilder();
        IosBindingWriter bindings = new IosBindingWriter(losses, refusals);
        for (Target target : new IosTargets(chains, losses, refusals).all()) {
            new IosChainWriter(target, used, losses).write(lists);
            bindings.add(target);
        }
        StringBuilder text = new StringBuilder();
        writeObjects(text, policy, used, refusals);
        text.append(lists);
        bindings.write(text);
        if (options.chain() == null) {
            writeOpaque(text, policy, losses);
        }
        if (!refusals.isEmpty()) {
            throw new ExportException(refusals);
        }
        if (options.strict() && !losses.isEmpty()) {
            throw new ExportException(losses);
        }
        return new ExportResult(text.toString(), losses);
    }

    /** Groups before those that use them. */
    private static void writeObjects(StringBuilder text, Policy policy, Set<NamedElement> used, List<String> refusals) {
        Set<NamedElement> written = new LinkedHashSet<>();
        policy.getAddressObjects().stream().filter(used::contains).forEach(object -> addGroup(object, written));
        policy.getServiceObjects().stream().filter(used::contains).forEach(object -> addGroup(object, written));
        Set<String> names = new HashSet<>();
        for (NamedElement object : written) {
            if (!names.add(object.getName())) {
                refusals.add("service object " + object.getName() + ": an address object has the same name, and IOS takes each once;"
                        + " rename one");
            }
            append(text, object instanceof AddressObject group ? IosObjectText.lines(group)
                    : IosObjectText.lines((ServiceObject) object));
        }
        for (Schedule schedule : policy.getSchedules()) {
            if (used.contains(schedule)) {
                append(text, IosObjectText.lines(schedule, schedule.getName()));
            }
        }
    }

    private static void addGroup(NamedElement object, Set<NamedElement> written) {
        if (object instanceof AddressObject group) {
            group.getTerms().forEach(term -> {
                if (term instanceof AddressUse use) {
                    addGroup(use.getObject(), written);
                }
            });
        } else {
            ((ServiceObject) object).getTerms().forEach(term -> {
                if (term instanceof ServiceUse use) {
                    addGroup(use.getObject(), written);
                }
            });
        }
        written.add(object);
    }

    private static void writeOpaque(StringBuilder text, Policy policy, List<String> losses) {
        for (OpaqueText opaque : policy.getOpaque()) {
            if (opaque.getLanguage().equals(IosImporter.ID)) {
                append(text, List.of(opaque.getText()));
            } else {
                losses.add("policy: what it keeps in the words of " + opaque.getLanguage() + " is not written");
            }
        }
    }

    private static void append(StringBuilder text, List<String> lines) {
        lines.forEach(line -> text.append(line).append('\n'));
    }
}
