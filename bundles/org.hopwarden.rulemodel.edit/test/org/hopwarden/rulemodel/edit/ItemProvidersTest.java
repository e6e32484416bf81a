package org.hopwarden.rulemodel.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.RulemodelPackage;
import org.junit.jupiter.api.Test;

class ItemProvidersTest {

    private final RulemodelItemProviderAdapterFactory factory = new RulemodelItemProviderAdapterFactory();

    @Test
    void everyClassHasALabelAndProperties() {
        int seen = 0;
        for (EClassifier classifier : RulemodelPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                EObject object = RulemodelFactory.eINSTANCE.create(type);
                String label = ((IItemLabelProvider) factory.adapt(object, IItemLabelProvider.class)).getText(object);
                assertFalse(label.isBlank() || label.startsWith("_UI"), label);
                List<IItemPropertyDescriptor> properties = ((IItemPropertySource) factory.adapt(object,
                        IItemPropertySource.class)).getPropertyDescriptors(object);
                properties.forEach(p -> assertFalse(p.getDisplayName(object).startsWith("_UI"), type.getName()));
                seen++;
            }
        }
        assertTrue(seen > 15, "classes of the model: " + seen);
    }

    @Test
    void editsGoThroughCommandsThatCanBeUndone() {
        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(factory, new BasicCommandStack());
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        Chain chain = RulemodelFactory.eINSTANCE.createChain();
        Rule rule = RulemodelFactory.eINSTANCE.createRule();
        domain.getCommandStack().execute(AddCommand.create(domain, policy, RulemodelPackage.Literals.POLICY__CHAINS, chain));
        domain.getCommandStack().execute(AddCommand.create(domain, chain, RulemodelPackage.Literals.CHAIN__RULES, rule));
        domain.getCommandStack().execute(SetCommand.create(domain, rule, RulemodelPackage.Literals.RULE__ENABLED, false));
        assertFalse(rule.isEnabled());
        domain.getCommandStack().undo();
        domain.getCommandStack().undo();
        domain.getCommandStack().undo();
        assertTrue(rule.isEnabled());
        assertEquals(List.of(), policy.getChains());
    }

    @Test
    void valuesAreEditedAsText() {
        AddressPrefix prefix = RulemodelFactory.eINSTANCE.createAddressPrefix();
        assertNotNull(factory.adapt(prefix, IItemPropertySource.class));
        Object value = RulemodelFactory.eINSTANCE.createFromString(RulemodelPackage.Literals.IP_PREFIX, "192.0.2.0/24");
        prefix.eSet(RulemodelPackage.Literals.ADDRESS_PREFIX__PREFIX, value);
        assertEquals("192.0.2.0/24", prefix.getPrefix().toString());
        assertEquals("192.0.2.0/24", RulemodelFactory.eINSTANCE.convertToString(RulemodelPackage.Literals.IP_PREFIX, value));
    }
}
