package org.hopwarden.rulemodel;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;

/** Knows the rule model's package alone and loads no other file: a file cannot name a schema or a part elsewhere. */
final class ClosedResourceSet extends ResourceSetImpl {

    private ClosedResourceSet() {
        EPackage.Registry only = new EPackageRegistryImpl();
        only.put(RulemodelPackage.eNS_URI, RulemodelPackage.eINSTANCE);
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
