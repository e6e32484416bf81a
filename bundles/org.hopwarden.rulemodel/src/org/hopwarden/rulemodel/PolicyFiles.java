package org.hopwarden.rulemodel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.FeatureNotFoundException;
import org.eclipse.emf.ecore.xmi.IllegalValueException;
import org.eclipse.emf.ecore.xmi.XMIResource;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.rulemodel.PolicyFileException.Kind;

/**
 * Loads and saves policies as XMI in UTF-8. A file holds one policy and refers to nothing outside itself: document type
 * declarations, entities and links to other files are refused.
 * <p>
 * The version of the format is the number that ends the namespace of the root element. What a newer version wrote is refused; what an older one
 * wrote is read, and saved in the present version: all that version 1 knew means the same in version 2.
 */
public final class PolicyFiles {

    /** The usual ending of a policy file's name. */
    public static final String EXTENSION = "hwpolicy";

    /** The version of the format that is written. */
    public static final int FORMAT_VERSION = 2;

    static final String NAMESPACE_STEM = "http://hopwarden.org/policy/";

    private static final long MOST_BYTES = 256L << 20;

    private static final Map<Object, Object> SAVE_OPTIONS = Map.of(
            XMLResource.OPTION_ENCODING, "UTF-8",
            XMLResource.OPTION_FORMATTED, Boolean.TRUE,
            XMLResource.OPTION_LINE_WIDTH, Integer.MAX_VALUE,
            Resource.OPTION_LINE_DELIMITER, "\n");

    private static final Map<Object, Object> LOAD_OPTIONS = Map.of(
            XMLResource.OPTION_PARSER_FEATURES, Map.of(
                    "http://apache.org/xml/features/disallow-doctype-decl", Boolean.TRUE,
                    "http://xml.org/sax/features/external-general-entities", Boolean.FALSE,
                    "http://xml.org/sax/features/external-parameter-entities", Boolean.FALSE));

    private PolicyFiles() {
    }

    /**
     * Loads a policy. It may have problems (see {@link PolicyProblems}); what it cannot be is misread.
     *
     * @throws PolicyFileException if there is no such file, it may not be read, or it holds no policy that can be read
     */
    public static Policy load(Path file) throws PolicyFileException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw content(file, 0, 0, "it has " + Files.size(file) + " bytes, more than any policy", null);
            }
            return read(file, Files.readAllBytes(file));
        } catch (PolicyFileException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new PolicyFileException(Kind.ACCESS, file, 0, 0, "there is no such file", "check the path", e);
        } catch (IOException e) {
            throw new PolicyFileException(Kind.ACCESS, file, 0, 0, "it cannot be read: " + e.getMessage(),
                    "check that it is a file that you may read", e);
        }
    }

    /**
     * Reads a policy from the content of a file.
     *
     * @param file whose content it is, for messages
     * @throws PolicyFileException if it holds no policy that can be read
     */
    public static Policy read(Path file, byte[] bytes) throws PolicyFileException {
        FormatCheck.check(file, bytes);
        XMIResource resource = new ClosedResource(file);
        try {
            resource.load(new ByteArrayInputStream(bytes), LOAD_OPTIONS);
        } catch (IOException | RuntimeException e) {
            if (resource.getErrors().isEmpty()) {
                throw content(file, 0, 0, "it is no policy: " + e.getMessage(), e);
            }
        }
        if (!resource.getErrors().isEmpty()) {
            Resource.Diagnostic first = resource.getErrors().get(0);
            throw content(file, first.getLine(), first.getColumn(), text(first), first instanceof Exception e ? e : null);
        }
        if (resource.getContents().size() != 1 || !(resource.getContents().get(0) instanceof Policy policy)) {
            throw content(file, 0, 0, "it holds " + resource.getContents().size() + " things, and not one policy", null);
        }
        refuseOutsideLinks(file, policy);
        resource.getContents().clear();
        ElementIds.assignMissing(policy);
        return policy;
    }

    private static void refuseOutsideLinks(Path file, Policy policy) throws PolicyFileException {
        for (Iterator<EObject> all = policy.eAllContents(); all.hasNext();) {
            EObject element = all.next();
            if (element.eIsProxy()) {
                throw content(file, 0, 0, "a part of it is said to stand in another file: " + EcoreUtil.getURI(element), null);
            }
            for (EObject target : element.eCrossReferences()) {
                if (target.eIsProxy()) {
                    throw content(file, 0, 0, "it refers to something in another file: " + EcoreUtil.getURI(target), null);
                }
            }
        }
    }

    private static String text(Resource.Diagnostic diagnostic) {
        if (diagnostic instanceof FeatureNotFoundException unknown) {
            return "'" + unknown.getName() + "' is not known there";
        }
        if (diagnostic instanceof IllegalValueException illegal && illegal.getFeature() != null) {
            Throwable reason = illegal.getCause();
            return "'" + illegal.getValue() + "' is no value of '" + illegal.getFeature().getName() + "'"
                    + (reason instanceof IllegalArgumentException && !(reason instanceof NumberFormatException)
                            ? " (" + reason.getMessage() + ")" : "");
        }
        Throwable deepest = diagnostic instanceof Throwable t ? t : null;
        while (deepest != null && deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest == null ? diagnostic.getMessage() : deepest.getMessage();
        return message == null ? "it cannot be read" : message.replaceAll("\\s*\\([^()]*<stream>[^()]*\\)", "")
                .replaceAll(" ?\\(?file:[^ ,)]*, \\d+, \\d+\\)?", "");
    }

    static PolicyFileException content(Path file, int line, int column, String problem, Exception cause) {
        return new PolicyFileException(Kind.CONTENT, file, line, column, problem,
                "mend it there, or go back to an older copy of the file", cause);
    }

    /**
     * Saves a policy. The file is written under another name beside its own, forced to the disk and moved into place, so that
     * at any time the name stands for a whole file, the old one or the new. Elements without an ID get one.
     *
     * @param policy not in a resource of anyone else's, or in one that need not know
     * @throws PolicyFileException if the file cannot be written, or the policy holds text that XML cannot hold; then what
     *         stood there before still does
     */
    public static void save(Policy policy, Path file) throws PolicyFileException {
        ElementIds.assignMissing(policy);
        byte[] bytes = toBytes(policy, file);
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new PolicyFileException(Kind.ACCESS, file, 0, 0, "it cannot be written: " + AtomicFile.reason(e),
                    "nothing was changed; check the folder, its rights and the space left", e);
        }
    }

    /**
     * A policy as a file holds it. It is not changed: where {@link #save} gives IDs, this writes none.
     *
     * @param file for messages
     * @throws PolicyFileException if the policy holds text that XML cannot hold
     */
    public static byte[] toBytes(Policy policy, Path file) throws PolicyFileException {
        XMIResource resource = new ClosedResource(file);
        resource.getContents().add(EcoreUtil.copy(policy));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            resource.save(bytes, SAVE_OPTIONS);
        } catch (IOException | RuntimeException e) {
            Throwable cause = e.getCause() != null ? e.getCause() : e;
            throw new PolicyFileException(Kind.CONTENT, file, 0, 0, "the policy cannot be written as XML: "
                    + cause.getMessage(), "nothing was changed; look for control characters in names and remarks", e);
        }
        return bytes.toByteArray();
    }

    /** A resource that never opens anything else, whatever the file says. */
    private static final class ClosedResource extends XMIResourceImpl {

        ClosedResource(Path file) {
            super(URI.createFileURI(file.toAbsolutePath().toString()));
            ClosedResourceSet.put(this);
            setEncoding("UTF-8");
            setIntrinsicIDToEObjectMap(new HashMap<>());
        }

        @Override
        protected boolean useUUIDs() {
            return false;
        }
    }
}
