package org.hopwarden.interchange.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;

/** What entries of a configuration can name: time ranges and object groups, by their names in the order of the text. */
final class IosObjects {

    private final Map<String, Schedule> schedules = new LinkedHashMap<>();
    private final Map<String, AddressObject> addresses = new LinkedHashMap<>();
    private final Map<String, ServiceObject> services = new LinkedHashMap<>();

    Map<String, Schedule> schedules() {
        return schedules;
    }

    Map<String, AddressObject> addresses() {
        return addresses;
    }

    Map<String, ServiceObject> services() {
        return services;
    }
}
