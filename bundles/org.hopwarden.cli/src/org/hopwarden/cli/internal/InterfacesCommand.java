package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.NetworkInterfaces.Address;
import org.hopwarden.packetio.NetworkInterfaces.Interface;
import org.hopwarden.packetio.PacketPortException;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "interfaces", description = "Lists the network interfaces of this host.")
final class InterfacesCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "show only this interface")
    private String name;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    InterfacesCommand(Output output) {
        this.output = output;
    }

    /** Refuses a name that no interface has, and names those that there are. */
    static Interface require(String name) {
        List<Interface> all = all();
        return all.stream().filter(found -> found.name().equals(name)).findFirst()
                .orElseThrow(() -> CommandFailure.usage("there is no network interface '" + name + "'", "There are: "
                        + all.stream().map(Interface::name).collect(Collectors.joining(", ")) + "."));
    }

    /** All addresses of this host. */
    static List<IpAddress> addresses() {
        return all().stream().flatMap(each -> each.addresses().stream()).map(Address::address).distinct().toList();
    }

    private static List<Interface> all() {
        try {
            return NetworkInterfaces.list();
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Interface> interfaces = name == null ? all() : List.of(require(name));
        if (format == Format.JSON) {
            json(interfaces);
            return ExitCode.DONE;
        }
        TextTable table = new TextTable(Align.RIGHT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT);
        table.row("#", "Name", "State", "MTU", "MAC", "Addresses");
        for (Interface found : interfaces) {
            table.row(Integer.toString(found.index()), found.name(), state(found), Integer.toString(found.mtuBytes()),
                    found.mac(), found.addresses().stream().map(Address::toString).collect(Collectors.joining(", ")));
        }
        table.print(output.out());
        return ExitCode.DONE;
    }

    private static String state(Interface found) {
        return !found.up() ? "down" : found.carrier() ? "up" : "no carrier";
    }

    private void json(List<Interface> interfaces) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.interfaces/1");
            json.writeArrayFieldStart("interfaces");
            for (Interface found : interfaces) {
                json.writeStartObject();
                json.writeStringField("name", found.name());
                json.writeNumberField("index", found.index());
                json.writeStringField("state", state(found).replace(' ', '-'));
                json.writeBooleanField("loopback", found.loopback());
                json.writeNumberField("mtuBytes", found.mtuBytes());
                if (!found.mac().isEmpty()) {
                    json.writeStringField("mac", found.mac());
                }
                json.writeArrayFieldStart("addresses");
                for (Address address : found.addresses()) {
                    json.writeStartObject();
                    json.writeStringField("address", address.address().toString());
                    json.writeNumberField("prefixLength", address.prefixLength());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
