package org.hopwarden.interchange.internal;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.rulemodel.ServiceUse;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/** Writes time ranges and object groups, and tells which of a policy's objects IOS can say so. */
final class IosObjectText {

    private IosObjectText() {
    }

    /** Whether IOS takes the name: one word. */
    static boolean isName(NamedElement object) {
        return object.getName() != null && object.getName().matches("\\S+");
    }

    /** Whether an object is the same set of addresses as an object group of IOS. */
    static boolean isSayable(AddressObject object) {
        return isName(object) && hasPlainDescription(object) && !object.getTerms().isEmpty()
                && object.getTerms().stream().allMatch(IosObjectText::isSayable);
    }

    private static boolean isSayable(AddressTerm term) {
        return switch (term) {
            case AddressPrefix p -> p.getPrefix().address().isV4();
            case AddressRange r -> r.getFirst().isV4();
            case AddressUse use -> isSayable(use.getObject());
            default -> false;
        };
    }

    /** Whether an object is the same set of services as an object group of IOS. */
    static boolean isSayable(ServiceObject object) {
        return isName(object) && hasPlainDescription(object) && !object.getTerms().isEmpty()
                && object.getTerms().stream().allMatch(IosObjectText::isSayable);
    }

    private static boolean isSayable(ServiceTerm term) {
        if (term instanceof ServiceUse use) {
            return isSayable(use.getObject());
        }
        Service service = (Service) term;
        Integer protocol = service.getProtocol();
        boolean ports = service.getSourcePort() != null || service.getDestinationPort() != null;
        boolean icmp = service.getIcmpType() != null;
        return !service.isEstablished() && service.getTcpFlags() == null && !service.isIcmpNegated()
                && (protocol == null ? !ports && !icmp : protocol > 0)
                && (!ports || IosPorts.hasPorts(protocol)) && (!icmp || protocol == IpProtocol.ICMP)
                && isSayable(service.getSourcePort()) && isSayable(service.getDestinationPort());
    }

    private static boolean isSayable(PortCondition condition) {
        return condition == null || condition.getOperator() != PortOperator.NEQ && condition.getPorts().ranges().size() == 1
                && (condition.getOperator() != PortOperator.EQ || condition.getPorts().ranges().get(0).isSingle());
    }

    private static boolean hasPlainDescription(NamedElement object) {
        return object.getDescription() == null || object.getDescription().matches("[^\\r\\n]*");
    }

    /** The lines of an object group. */
    static List<String> lines(AddressObject object) {
        List<String> lines = begin("object-group network ", object);
        object.getTerms().forEach(term -> lines.add(" " + text(term)));
        return lines;
    }

    /** The lines of an object group. */
    static List<String> lines(ServiceObject object) {
        List<String> lines = begin("object-group service ", object);
        object.getTerms().forEach(term -> lines.add(" " + text(term)));
        return lines;
    }

    private static List<String> begin(String kind, NamedElement object) {
        List<String> lines = new ArrayList<>();
        lines.add(kind + object.getName());
        if (object.getDescription() != null) {
            lines.add(" description" + (object.getDescription().isEmpty() ? "" : " " + object.getDescription()));
        }
        return lines;
    }

    private static String text(AddressTerm term) {
        return switch (term) {
            case AddressPrefix p -> prefix(p.getPrefix());
            case AddressRange r -> "range " + r.getFirst() + " " + r.getLast();
            case AddressUse use -> "group-object " + use.getObject().getName();
            default -> throw new IllegalArgumentException("no term of an object group: " + term);
        };
    }

    private static String prefix(IpPrefix prefix) {
        return prefix.length() == 0 ? "any" : prefix.length() == 32 ? "host " + prefix.address()
                : prefix.address() + " " + IpAddress.v4((int) ~(0xffff_ffffL >>> prefix.length()));
    }

    private static String text(ServiceTerm term) {
        if (term instanceof ServiceUse use) {
            return "group-object " + use.getObject().getName();
        }
        Service service = (Service) term;
        if (service.getProtocol() == null) {
            return "ip";
        }
        int protocol = service.getProtocol();
        return IosWords.PROTOCOLS.text(protocol)
                + (service.getSourcePort() == null ? "" : " source " + RuleText.ports(protocol, service.getSourcePort()))
                + (service.getDestinationPort() == null ? "" : " " + RuleText.ports(protocol, service.getDestinationPort()))
                + (service.getIcmpType() == null ? "" : " " + IosWords.icmpText(service.getIcmpType(), service.getIcmpCode()));
    }

    /** The lines of a time range as {@code show running-config} has them. */
    static List<String> lines(Schedule schedule, String name) {
        List<String> lines = new ArrayList<>();
        lines.add("time-range " + name);
        if (schedule.getStart() != null || schedule.getEnd() != null) {
            lines.add(" absolute" + (schedule.getStart() == null ? "" : " start " + text(schedule.getStart()))
                    + (schedule.getEnd() == null ? "" : " end " + text(schedule.getEnd())));
        }
        schedule.getPeriods().forEach(period -> lines.addAll(lines(period)));
        return lines;
    }

    /** Why IOS cannot say a schedule; null where it can. */
    static String obstacle(Schedule schedule) {
        Stream<LocalDateTime> bounds = Stream.of(schedule.getStart(), schedule.getEnd()).filter(time -> time != null);
        if (bounds.anyMatch(time -> time.getYear() < IosTimeRanges.FIRST_YEAR || time.getYear() > IosTimeRanges.LAST_YEAR || !isWhole(time.toLocalTime()))
                || schedule.getPeriods().stream().anyMatch(p -> !isWhole(p.getFrom()) || !isWhole(p.getTo()))) {
            return "its times are not whole minutes in the years " + IosTimeRanges.FIRST_YEAR + " to " + IosTimeRanges.LAST_YEAR;
        }
        return schedule.getStart() == null && schedule.getEnd() == null && schedule.getPeriods().isEmpty()
                ? "it has no times" : null;
    }

    private static boolean isWhole(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }

    private static List<String> lines(WeeklyPeriod period) {
        Set<Weekday> days = EnumSet.copyOf(period.getDays());
        String times = " " + text(period.getFrom()) + " to ";
        if (period.getDaysLater() == 0) {
            return List.of(" periodic " + text(days) + times + text(period.getTo()));
        }
        return days.stream().map(day -> " periodic " + word(day) + times
                + word(Weekday.values()[(day.ordinal() + period.getDaysLater()) % IosTimeRanges.DAILY.size()]) + " "
                + text(period.getTo())).toList();
    }

    private static String text(Set<Weekday> days) {
        return days.equals(IosTimeRanges.DAILY) ? "daily" : days.equals(IosTimeRanges.WEEKDAYS) ? "weekdays" : days.equals(IosTimeRanges.WEEKEND) ? "weekend"
                : days.stream().map(IosObjectText::word).collect(Collectors.joining(" "));
    }

    private static String word(Weekday day) {
        return day.getLiteral().substring(0, 1).toUpperCase(Locale.ROOT) + day.getLiteral().substring(1);
    }

    private static String text(LocalTime time) {
        return String.format("%d:%02d", time.getHour(), time.getMinute());
    }

    private static String text(LocalDateTime time) {
        return String.format("%02d:%02d %02d %s %d", time.getHour(), time.getMinute(), time.getDayOfMonth(),
                text(time.getMonth()), time.getYear());
    }

    private static String text(Month month) {
        return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
