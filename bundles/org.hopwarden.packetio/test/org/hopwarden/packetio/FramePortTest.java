package org.hopwarden.packetio;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks themselves are in {@link FramePortChecks}: each runs in a program and a network namespace of its own. */
class FramePortTest {

    @ParameterizedTest
    @ValueSource(strings = { "framesArriveAsTheyWereSent", "vlanTagsArePutBack", "ownFramesAreNotReported",
            "promiscuityEndsWithThePort", "droppedFramesAreLeftOut", "closeWakesAWaitingReceive", "lostFramesAreToldWhileSomebodyWaits", "unusableInterfaces",
            "interfaceGoesDown", "interfaceVanishes", "lostFramesAreCounted" })
    void onAVethPair(String check) throws IOException, InterruptedException {
        Namespaced.run(FramePortChecks.class, check, """
                ip link add left type veth peer name right
                echo 1 > /proc/sys/net/ipv6/conf/left/disable_ipv6 || true
                echo 1 > /proc/sys/net/ipv6/conf/right/disable_ipv6 || true
                ip link set left up
                ip link set right up
                """);
    }

    @Test
    void noRights() throws IOException, InterruptedException {
        Namespaced.runWithoutRights(FramePortChecks.class, "noRights");
    }
}
