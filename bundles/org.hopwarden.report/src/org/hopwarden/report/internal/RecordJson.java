package org.hopwarden.report.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Records as JSON objects, by their components: numbers, texts, enums by name, addresses, times, lists, optional values and other
 * records. So what a record gains is kept in files without a line of code here.
 */
public final class RecordJson {

    /** A value does not fit. The message says which and why. */
    public static final class MismatchException extends Exception {
        private static final long serialVersionUID = 1L;

        MismatchException(String message) {
            super(message);
        }
    }

    private RecordJson() {
    }

    /** Writes the components as fields of the object that is open. An empty optional is left out. */
    public static void writeFields(Record value, JsonGenerator json) throws IOException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = get(component, value);
            if (part != null && !(part instanceof Optional<?> optional && optional.isEmpty())) {
                json.writeFieldName(component.getName());
                write(part, json);
            }
        }
    }

    private static Object get(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean bool -> json.writeBoolean(bool);
            case Enum<?> constant -> json.writeString(constant.name());
            case Optional<?> optional -> write(optional.orElseThrow(), json);
            case List<?> list -> {
                json.writeStartArray();
                for (Object each : list) {
                    write(each, json);
                }
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case IpAddress address -> json.writeString(address.toString());
            case Instant instant -> json.writeString(instant.toString());
            case Duration duration -> json.writeString(duration.toString());
            case Record inner -> {
                json.writeStartObject();
                writeFields(inner, json);
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no JSON for a " + value.getClass().getName());
        }
    }

    /** Reads any JSON value: a map, a list, a text, a {@link Long}, a {@link Double}, a {@link Boolean}, or null. */
    public static Object read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken() == null ? json.nextToken() : json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                map.put(name, read(json));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(read(json));
            }
            return list;
        }
        return token == JsonToken.VALUE_NUMBER_INT ? (Object) json.getLongValue()
                : token == JsonToken.VALUE_NUMBER_FLOAT ? (Object) json.getDoubleValue()
                : token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE ? (Object) json.getBooleanValue()
                : token == JsonToken.VALUE_STRING ? json.getText() : null;
    }

    /**
     * A record from what {@link #read} gave; fields that it has no component for are passed over.
     *
     * @throws MismatchException where a field is missing or of another type, or the record refuses its values
     */
    public static <R extends Record> R record(Class<R> type, Map<?, ?> fields) throws MismatchException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType(), fields.get(components[i].getName()), components[i].getName());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MismatchException(String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private static Object value(Type type, Object from, String name) throws MismatchException {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return from == null ? Optional.empty() : Optional.of(value(inner, from, name));
            }
            if (!(from instanceof List<?> list)) {
                throw mismatch(name, "a list", from);
            }
            List<Object> values = new ArrayList<>();
            for (Object each : list) {
                values.add(value(inner, each, name));
            }
            return values;
        }
        Class<?> plain = (Class<?>) type;
        if (from instanceof Long number && plain == int.class && number == number.intValue()) {
            return number.intValue();
        }
        if (from instanceof Long && plain == long.class || from instanceof Double && plain == double.class
                || from instanceof Boolean && plain == boolean.class) {
            return from;
        }
        if (from instanceof Long number && plain == double.class) {
            return number.doubleValue();
        }
        if (from instanceof Map<?, ?> map && plain.isRecord()) {
            return record(plain.asSubclass(Record.class), map);
        }
        if (from instanceof String text && !plain.isPrimitive()) {
            return ofText(plain, text, name);
        }
        throw mismatch(name, plain.isRecord() ? "an object" : "a value of the type " + plain.getSimpleName(), from);
    }

    private static Object ofText(Class<?> plain, String text, String name) throws MismatchException {
        try {
            if (plain == String.class) {
                return text;
            } else if (plain == IpAddress.class) {
                return IpAddress.parse(text);
            } else if (plain == Instant.class) {
                return Instant.parse(text);
            } else if (plain == Duration.class) {
                return Duration.parse(text);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new MismatchException("'" + name + "': " + e.getMessage());
        }
        if (plain.isEnum()) {
            for (Object constant : plain.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
        }
        throw mismatch(name, "a value of the type " + plain.getSimpleName(), "'" + text + "'");
    }

    private static MismatchException mismatch(String name, String expected, Object found) {
        return new MismatchException(found == null ? "'" + name + "' is missing" : "'" + name + "': expected " + expected + ", found "
                + (found instanceof Map ? "an object" : found instanceof List ? "a list" : found));
    }
}
