package org.hopwarden.cli.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants by their words, in upper or lower case; a wrong one is answered with those that there are, as they are written. */
record WordConverter<E extends Enum<E>>(E[] constants) implements ITypeConverter<E> {

    @Override
    public E convert(String word) {
        return Arrays.stream(constants).filter(each -> each.toString().equalsIgnoreCase(word) || each.name().equalsIgnoreCase(word))
                .findFirst().orElseThrow(() -> new TypeConversionException("there is no '" + word + "'; choose "
                        + Arrays.stream(constants).map(Enum::toString).collect(Collectors.joining(", "))));
    }
}
