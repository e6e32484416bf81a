package org.hopwarden.engine;

/** A field of a described packet that is wrong; the message names it and says what is wanted. */
public final class PacketFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final PacketField field;

    PacketFieldException(PacketField field, String problem) {
        super(problem);
        this.field = field;
    }

    /** Which field; null where the words of a packet cannot be taken apart. */
    public PacketField field() {
        return field;
    }

    /** What is wrong, without the field's name. */
    public String problem() {
        return super.getMessage();
    }

    @Override
    public String getMessage() {
        return field == null ? problem() : field.label() + ": " + problem();
    }
}
