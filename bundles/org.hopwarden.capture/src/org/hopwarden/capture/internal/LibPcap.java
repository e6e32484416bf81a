package org.hopwarden.capture.internal;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CaptureException.Reason;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.capture.LinkType;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Opens the system's capture library, and puts its errors into words with what the user can do. */
public final class LibPcap {

    /** With less, a burst is lost while a frame is looked at. */
    private static final int BUFFER_BYTES = 32 << 20;
    /** Of a conversation little waits at a time, and what it starts with waits for this memory to be made. */
    private static final int CONVERSATION_BUFFER_BYTES = 4 << 20;
    /** Never true, and no expression that the library would refuse for that. */
    private static final String NOTHING = "less 0";
    /** How long the kernel may gather frames before it hands them over. */
    private static final int GATHER_MILLIS = 50;
    // The error numbers of pcap(3PCAP).
    private static final int ERROR_NO_SUCH_DEVICE = -5;
    private static final int ERROR_NO_RIGHTS = -8;
    private static final int ERROR_INTERFACE_DOWN = -9;
    private static final int ERROR_NO_PROMISCUOUS_RIGHTS = -11;
    /** What Linux's library calls raw IP; files call it {@link LinkType#RAW}. */
    private static final int DLT_RAW = 12;

    /** Held, or its level would be forgotten. What the library logs also arrives as an exception, or as a malformed packet. */
    private static final Logger LOGGER = Logger.getLogger("org.pcap4j");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private LibPcap() {
    }

    /** Silences the library's log; to be called before the first use of its packet classes. */
    public static void quiet() {
        LOGGER.setLevel(Level.OFF);
    }

    /** Opens an interface, with its filter set. */
    public static PcapHandle open(CaptureOptions options) throws CaptureException {
        if (!options.filter().isEmpty()) {
            // What is no filter on any link is said before rights are asked for.
            compile(options.filter(), LinkType.ETHERNET).free();
        }
        PcapHandle handle = null;
        try {
            handle = new PcapHandle.Builder(options.interfaceName()).snaplen(options.snapBytes())
                    .promiscuousMode(options.promiscuous() ? PromiscuousMode.PROMISCUOUS : PromiscuousMode.NONPROMISCUOUS)
                    .timeoutMillis(GATHER_MILLIS).immediateMode(options.immediate())
                    .bufferSize(options.immediate() ? CONVERSATION_BUFFER_BYTES : BUFFER_BYTES)
                    .timestampPrecision(PcapHandle.TimestampPrecision.NANO).build();
            if (!options.filter().isEmpty()) {
                handle.setFilter(options.filter(), BpfCompileMode.OPTIMIZE);
            }
            return handle;
        } catch (PcapNativeException e) {
            if (handle != null) {
                handle.close();
                throw badFilter(options.filter(), e);
            }
            throw opening(options, e);
        } catch (NotOpenException e) {
            throw new IllegalStateException("a handle that was just opened", e);
        } catch (LinkageError e) {
            throw noLibrary(e);
        }
    }

    /** Opens an interface to send frames by, and takes none: on Linux a handle does not see what it sends itself. */
    static PcapHandle openSender(String interfaceName) throws CaptureException {
        return open(CaptureOptions.of(interfaceName).withFilter(NOTHING).withSnapBytes(64).withImmediate(true));
    }

    /** All interfaces that the library knows. Those that this user may not use may be missing. */
    static List<PcapNetworkInterface> interfaces() throws CaptureException {
        try {
            return Pcaps.findAllDevs();
        } catch (PcapNativeException e) {
            throw new CaptureException(Reason.FAILED, "cannot list the interfaces to capture on: " + e.getMessage(), "");
        } catch (LinkageError e) {
            throw noLibrary(e);
        }
    }

    /** @return a program that the caller frees */
    public static BpfProgram compile(String expression, int linkType) throws CaptureException {
        try {
            PcapHandle dead = Pcaps.openDead(dataLinkType(linkType), CaptureOptions.MOST_SNAP_BYTES);
            try {
                return dead.compileFilter(expression, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
            } finally {
                dead.close();
            }
        } catch (PcapNativeException e) {
            throw badFilter(expression, e);
        } catch (NotOpenException e) {
            throw new IllegalStateException("a handle that was just opened", e);
        } catch (LinkageError e) {
            throw noLibrary(e);
        }
    }

    /** The number that files have for the link type of a handle. */
    public static int linkType(PcapHandle handle) {
        int dlt = handle.getDlt().value();
        return dlt == DLT_RAW ? LinkType.RAW : dlt;
    }

    private static DataLinkType dataLinkType(int linkType) {
        return DataLinkType.getInstance(linkType == LinkType.RAW ? DLT_RAW : linkType);
    }

    /** What a capture that was running broke off for. */
    public static CaptureException running(String interfaceName, PcapNativeException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("disappeared") || message.contains("went down") || message.contains("not up")
                ? wentDown(interfaceName)
                : new CaptureException(Reason.FAILED, "the capture on " + interfaceName + " broke off: " + message, "");
    }

    /** That an interface went down or was removed while it was captured. */
    public static CaptureException wentDown(String interfaceName) {
        return new CaptureException(Reason.NO_INTERFACE,
                "the interface " + interfaceName + " went down or was removed; the capture ended",
                "Look at it: ip link show " + interfaceName);
    }

    private static CaptureException opening(CaptureOptions options, PcapNativeException e) {
        String name = options.interfaceName();
        Integer code = e.getReturnCode();
        return switch (code == null ? 0 : code) {
            case ERROR_NO_RIGHTS, ERROR_NO_PROMISCUOUS_RIGHTS -> noRights(options);
            case ERROR_NO_SUCH_DEVICE -> new CaptureException(Reason.NO_INTERFACE,
                    "there is no network interface '" + name + "'", "See: hopwarden interfaces");
            case ERROR_INTERFACE_DOWN -> new CaptureException(Reason.NO_INTERFACE, "the interface " + name + " is down",
                    "Run: sudo ip link set " + name + " up");
            default -> new CaptureException(Reason.FAILED, "cannot capture on " + name + ": " + e.getMessage(), "");
        };
    }

    private static CaptureException noRights(CaptureOptions options) {
        String message = "no right to capture on " + options.interfaceName();
        String user = System.getProperty("user.name", "");
        if (user.equals("root")) {
            return new CaptureException(Reason.NO_RIGHTS, message + ", though this process is root: it lacks CAP_NET_RAW",
                    "Start the container or service with it, as in: podman run --cap-add=NET_RAW --cap-add=NET_ADMIN ...");
        }
        String name = user.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? user : "USER";
        String command = "./hopwarden capture -i " + options.interfaceName() + (options.filter().isEmpty() ? ""
                : " --filter '" + options.filter().replace("'", "'\\''") + "'");
        return new CaptureException(Reason.NO_RIGHTS, message, "Run: sudo " + command
                + "\nor, without becoming root: sudo setpriv --reuid=" + name + " --regid=" + name
                + " --init-groups --inh-caps=+net_raw,+net_admin --ambient-caps=+net_raw,+net_admin " + command);
    }

    private static CaptureException badFilter(String expression, PcapNativeException e) {
        return new CaptureException(Reason.BAD_FILTER, "the filter '" + expression + "' is not understood: " + e.getMessage(),
                "Filters are written as in: tcp port 443 and host 192.0.2.1 (see man pcap-filter)");
    }

    private static CaptureException noLibrary(LinkageError e) {
        CaptureException missing = new CaptureException(Reason.NO_LIBRARY,
                "the capture library libpcap is not installed or does not fit this system",
                "Run: sudo apt-get install libpcap0.8");
        missing.initCause(e);
        return missing;
    }
}
