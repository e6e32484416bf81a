package org.hopwarden.interchange;

import org.hopwarden.rulemodel.Policy;

/**
 * What a new policy can begin with. Found by {@link Interchange#templates}: a plug-in adds its own as a service of this type, with
 * a constructor without arguments.
 */
public interface PolicyTemplate {

    /** The word for it on a command line, such as {@code icmp-minimum}. */
    String id();

    /** Its name for people. */
    String title();

    /** What the policy lets through and what not, in a sentence or three. */
    String description();

    /**
     * Makes the policy; all its elements have IDs.
     *
     * @param name of the policy
     */
    Policy make(String name);
}
