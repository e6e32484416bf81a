package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;

/** Knows the rule model's package alone, under the names of all its versions, and loads no other file: a file cannot name a schema or a part elsewhere. */
final class ClosedResourceSet extends ResourceSetImpl {

    private ClosedResourceSet() {
        EPackage.Registry only = new EPackageRegistryImpl();
        for (int version = 1; version <= PolicyFiles.FORMAT_VERSION; version++) {
            only.put(PolicyFiles.NAMESPACE_STEM + version, RulemodelPackage.eINSTANCE);
        }
        setPackageRegistry(only);
    }

    static void put(Resource resource) {
        new ClosedResourceSet().getResources().add(resource);
    }

    @Override
    public Resource getResource(URI uri, boolean loadOnDemand) {
        for (Resource resource : getResources()) {
            if (resource.getURI().equals(uri)) {
                return resource;
            }
        }
        return null;
    }

    @Override
    public EObject getEObject(URI uri, boolean loadOnDemand) {
        Resource resource = getResource(uri.trimFragment(), false);
        return resource == null ? null : resource.getEObject(uri.fragment());
    }
}
