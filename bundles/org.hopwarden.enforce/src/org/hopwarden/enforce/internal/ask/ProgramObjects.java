package org.hopwarden.enforce.internal.ask;

import java.util.Objects;
import java.util.Optional;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/** A policy's objects for programs. */
final class ProgramObjects {

    private ProgramObjects() {
    }

    /** Whether an object can stand for a program and no other: in the path of an object, a {@code *} stands for more. */
    static boolean canName(Program program) {
        return !program.path().contains("*");
    }

    static Optional<Application> find(Policy policy, Program program) {
        return policy.getApplications().stream().filter(each -> program.path().equals(each.getPath())
                && Objects.equals(user(program), each.getUser()) && each.getSigner() == null).findFirst();
    }

    /** The policy's object for a program, made where it has none. */
    static Application of(Policy policy, Program program) {
        return find(policy, program).orElseGet(() -> make(policy, program));
    }

    private static Application make(Policy policy, Program program) {
        String user = user(program);
        Application made = RulemodelFactory.eINSTANCE.createApplication();
        String base = program.path().substring(program.path().lastIndexOf('/') + 1) + (user == null ? "" : "-" + user);
        String name = base;
        for (int i = 2; isTaken(policy, name); i++) {
            name = base + "-" + i;
        }
        made.setName(name);
        made.setPath(program.path());
        made.setUser(user);
        policy.getApplications().add(made);
        return made;
    }

    private static String user(Program program) {
        return program.user().isEmpty() ? null : program.user();
    }

    private static boolean isTaken(Policy policy, String name) {
        return policy.getApplications().stream().anyMatch(each -> name.equals(each.getName()));
    }
}
