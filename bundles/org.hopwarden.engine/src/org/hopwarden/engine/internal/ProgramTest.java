package org.hopwarden.engine.internal;

import java.util.List;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Application;

/** Whether a packet is one of some applications. Who signed a program is not known here, so one with a signer is never met. */
public final class ProgramTest {

    private final Known[] applications;

    /** @param path null for any, as {@code user} */
    private record Known(NameTest path, String user) {

        boolean holds(Program program) {
            return (path == null || path.holds(program.path())) && (user == null || user.equals(program.user()));
        }
    }

    private ProgramTest(List<Application> applications) {
        this.applications = applications.stream().filter(application -> application.getSigner() == null)
                .map(application -> new Known(application.getPath() == null ? null : NameTest.of(application.getPath()),
                        application.getUser()))
                .toArray(Known[]::new);
    }

    /** Null where none is named, which means any. */
    public static ProgramTest of(List<Application> applications) {
        return applications.isEmpty() ? null : new ProgramTest(applications);
    }

    public boolean holds(PacketView packet, PacketState state) {
        Program program = state.program(packet);
        if (program == null) {
            return false;
        }
        for (Known each : applications) {
            if (each.holds(program)) {
                return true;
            }
        }
        return false;
    }
}
