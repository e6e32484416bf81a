package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.probe.PortScan;
import org.hopwarden.probe.PortScanRequest;
import org.hopwarden.probe.PortScanner;
import org.hopwarden.probe.Trace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "scan", sortOptions = false, description = {
        "Finds out which TCP ports of a host are open, closed or filtered, by openings that are never completed.",
        "Exit code 0 where a port is open, 1 where none is." })
final class ScanCommand implements Callable<Integer> {

    private final Output output;

    @Mixin
    private ProbedTarget target;

    @Option(names = "--ports", paramLabel = "LIST", defaultValue = "1-1024",
            description = "ports and ranges, such as 22,80,1000-1010 (default 1-1024)")
    private String ports;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "1000",
            description = "probes a second at the most, 1 to 1000000 (default 1000)")
    private int rate;

    @Option(names = "--trace", description = "find out at which hop the probes to filtered ports end")
    private boolean traces;

    @Option(names = "--max-ttl", paramLabel = "N", defaultValue = "30",
            description = "the greatest TTL of --trace, 1 to 255 (default 30)")
    private int maxTtl;

    @Mixin
    private HostNaming naming;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    ScanCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        naming.prepare(output.err());
        try (Interruption interruption = new Interruption()) {
            PortScan scan = target.probe(PacketPorts::openHost,
                    (address, source, packets) -> PortScanner.run(request(address, source), packets, interruption::isRequested));
            Map<IpAddress, HostInfo> hosts = naming.lookUp(ScanOutput.addresses(scan), target.topology());
            if (format == Format.JSON) {
                ScanOutput.writeJson(scan, hosts, output.out());
            } else {
                ScanOutput.print(scan, hosts, output.out());
            }
            if (scan.status() == Trace.Status.FAILED) {
                output.err().println("hopwarden: " + scan.message());
                return ExitCode.FAILED;
            }
            return interruption.exitCode().orElse(scan.count(PortScan.State.OPEN) > 0 ? ExitCode.DONE : ExitCode.NEGATIVE);
        }
    }

    private PortScanRequest request(IpAddress address, Optional<IpAddress> source) {
        try {
            return new PortScanRequest(target.text(), address, PortList.parse(ports), rate, traces, maxTtl, source);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help scan'.");
        }
    }
}
