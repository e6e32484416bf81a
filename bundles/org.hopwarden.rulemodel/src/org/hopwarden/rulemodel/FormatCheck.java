package org.hopwarden.rulemodel;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.hopwarden.rulemodel.PolicyFileException.Kind;

/** Looks at the start of a file, before it is loaded: is it XML, is it a policy, and of which version. */
final class FormatCheck {

    private static final String XMI = "http://www.omg.org/XMI";

    private FormatCheck() {
    }

    /** Returns where the content is, by its root element, a policy of a version that can be read. */
    static void check(Path file, byte[] bytes) throws PolicyFileException {
        String text = decode(file, bytes);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            checkEncoding(file, reader.getCharacterEncodingScheme());
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw PolicyFiles.content(file, reader.getLocation().getLineNumber(),
                            reader.getLocation().getColumnNumber(), "a policy has no document type declaration", null);
                }
            }
            checkRoot(file, reader);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
            throw PolicyFiles.content(file, Math.max(line, 0), Math.max(column, 0),
                    bytes.length == 0 ? "it is empty" : "it is no XML: " + reason(e), e);
        }
    }

    /** What is decoded here as UTF-8 must not be decoded as something else when it is loaded. */
    private static void checkEncoding(Path file, String encoding) throws PolicyFileException {
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8") && !encoding.equalsIgnoreCase("US-ASCII")) {
            throw PolicyFiles.content(file, 1, 1, "it is said to be in " + encoding + "; policies are in UTF-8", null);
        }
    }

    /** The XML parsers give no place for bytes that are no text, so this is looked for first. */
    private static String decode(Path file, byte[] bytes) throws PolicyFileException {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, text, true);
        text.flip();
        if (isUtf16(bytes)) {
            throw PolicyFiles.content(file, 1, 1, "it is in UTF-16; policies are in UTF-8", null);
        }
        if (result.isError()) {
            String before = text.toString();
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            throw PolicyFiles.content(file, line, before.length() - before.lastIndexOf('\n'),
                    "the byte 0x" + Integer.toHexString(bytes[in.position()] & 0xff) + " there is no UTF-8", null);
        }
        String decoded = text.toString();
        return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
    }

    /** Whether the first two bytes are the mark of UTF-16, or a character of ASCII in it. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] == 0 != (bytes[1] == 0)
                || (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe && (bytes[0] & bytes[1] & 0xff) == 0xfe);
    }

    private static void checkRoot(Path file, XMLStreamReader reader) throws PolicyFileException {
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        int line = reader.getLocation().getLineNumber();
        int column = reader.getLocation().getColumnNumber();
        if (namespace.equals(XMI)) {
            throw PolicyFiles.content(file, line, column, "it holds several things, and not one policy", null);
        }
        if (!namespace.startsWith(PolicyFiles.NAMESPACE_STEM)) {
            throw PolicyFiles.content(file, line, column, "it is XML, but no policy: its root element is "
                    + reader.getLocalName() + (namespace.isEmpty() ? "" : " of " + namespace), null);
        }
        String version = namespace.substring(PolicyFiles.NAMESPACE_STEM.length());
        boolean number = version.matches("[1-9][0-9]{0,17}");
        if (number && Long.parseLong(version) <= PolicyFiles.FORMAT_VERSION) {
            return;
        }
        if (number) {
            throw new PolicyFileException(Kind.NEWER_VERSION, file, line, column, "it is of format version " + version
                    + ", and this version of Hopwarden knows versions up to " + PolicyFiles.FORMAT_VERSION,
                    "open it with the newer Hopwarden that wrote it; the file was not touched", null);
        }
        throw PolicyFiles.content(file, line, column, "'" + version + "' is no version of the policy format", null);
    }

    /** The parser's message without its own way of telling the place. */
    private static String reason(XMLStreamException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        int at = message.indexOf("Message: ");
        return (at < 0 ? message : message.substring(at + 9)).replaceFirst("\\.$", "");
    }
}
