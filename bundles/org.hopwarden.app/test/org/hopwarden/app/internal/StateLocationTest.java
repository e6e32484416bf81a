package org.hopwarden.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

class StateLocationTest {

    @Test
    void theUsersStateFolderComesFirst() {
        assertEquals(Path.of("/srv/state/hopwarden/workbench"),
                StateLocation.of(Map.of("XDG_STATE_HOME", "/srv/state", "HOME", "/home/ana"), "/nowhere"));
    }

    @Test
    void aRelativeStateFolderIsPassedOver() {
        assertEquals(Path.of("/home/ana/.local/state/hopwarden/workbench"),
                StateLocation.of(Map.of("XDG_STATE_HOME", "state", "HOME", "/home/ana"), "/nowhere"));
    }

    @Test
    void withoutEnvironmentTheSystemKnowsTheHome() {
        assertEquals(Path.of("/home/ana/.local/state/hopwarden/workbench"), StateLocation.of(Map.of(), "/home/ana"));
    }
}
