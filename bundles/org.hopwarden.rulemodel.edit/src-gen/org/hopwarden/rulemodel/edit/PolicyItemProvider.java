/**
 */
package org.hopwarden.rulemodel.edit;


import java.util.Collection;
import java.util.List;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.ecore.EStructuralFeature;

import org.eclipse.emf.edit.provider.ComposeableAdapterFactory;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.ItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.ViewerNotification;

import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * This is the item provider adapter for a {@link org.hopwarden.rulemodel.Policy} object.
 * <!-- begin-user-doc -->
 * <!-- end-user-doc -->
 * @generated
 */
public class PolicyItemProvider extends NamedElementItemProvider {
	/**
	 * This constructs an instance from a factory and a notifier.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public PolicyItemProvider(AdapterFactory adapterFactory) {
		super(adapterFactory);
	}

	/**
	 * This returns the property descriptors for the adapted class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public List<IItemPropertyDescriptor> getPropertyDescriptors(Object object) {
		if (itemPropertyDescriptors == null) {
			super.getPropertyDescriptors(object);

			addDefaultInPropertyDescriptor(object);
			addDefaultOutPropertyDescriptor(object);
			addDefaultForwardPropertyDescriptor(object);
			addFailModePropertyDescriptor(object);
		}
		return itemPropertyDescriptors;
	}

	/**
	 * This adds a property descriptor for the Default In feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addDefaultInPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Policy_defaultIn_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Policy_defaultIn_feature", "_UI_Policy_type"),
				 RulemodelPackage.Literals.POLICY__DEFAULT_IN,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Default Out feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addDefaultOutPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Policy_defaultOut_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Policy_defaultOut_feature", "_UI_Policy_type"),
				 RulemodelPackage.Literals.POLICY__DEFAULT_OUT,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Default Forward feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addDefaultForwardPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Policy_defaultForward_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Policy_defaultForward_feature", "_UI_Policy_type"),
				 RulemodelPackage.Literals.POLICY__DEFAULT_FORWARD,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Fail Mode feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addFailModePropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Policy_failMode_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Policy_failMode_feature", "_UI_Policy_type"),
				 RulemodelPackage.Literals.POLICY__FAIL_MODE,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This specifies how to implement {@link #getChildren} and is used to deduce an appropriate feature for an
	 * {@link org.eclipse.emf.edit.command.AddCommand}, {@link org.eclipse.emf.edit.command.RemoveCommand} or
	 * {@link org.eclipse.emf.edit.command.MoveCommand} in {@link #createCommand}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Collection<? extends EStructuralFeature> getChildrenFeatures(Object object) {
		if (childrenFeatures == null) {
			super.getChildrenFeatures(object);
			childrenFeatures.add(RulemodelPackage.Literals.POLICY__ADDRESS_OBJECTS);
			childrenFeatures.add(RulemodelPackage.Literals.POLICY__SERVICE_OBJECTS);
			childrenFeatures.add(RulemodelPackage.Literals.POLICY__INTERFACE_OBJECTS);
			childrenFeatures.add(RulemodelPackage.Literals.POLICY__APPLICATIONS);
			childrenFeatures.add(RulemodelPackage.Literals.POLICY__SCHEDULES);
			childrenFeatures.add(RulemodelPackage.Literals.POLICY__CHAINS);
			childrenFeatures.add(RulemodelPackage.Literals.POLICY__OPAQUE);
		}
		return childrenFeatures;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EStructuralFeature getChildFeature(Object object, Object child) {
		// Check the type of the specified child object and return the proper feature to use for
		// adding (see {@link AddCommand}) it as a child.

		return super.getChildFeature(object, child);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected boolean shouldComposeCreationImage() {
		return true;
	}

	/**
	 * This returns the label text for the adapted class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getText(Object object) {
		String label = ((Policy)object).getName();
		return label == null || label.length() == 0 ?
			getString("_UI_Policy_type") :
			getString("_UI_Policy_type") + " " + label;
	}


	/**
	 * This handles model notifications by calling {@link #updateChildren} to update any cached
	 * children and by creating a viewer notification, which it passes to {@link #fireNotifyChanged}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void notifyChanged(Notification notification) {
		updateChildren(notification);

		switch (notification.getFeatureID(Policy.class)) {
			case RulemodelPackage.POLICY__DEFAULT_IN:
			case RulemodelPackage.POLICY__DEFAULT_OUT:
			case RulemodelPackage.POLICY__DEFAULT_FORWARD:
			case RulemodelPackage.POLICY__FAIL_MODE:
				fireNotifyChanged(new ViewerNotification(notification, notification.getNotifier(), false, true));
				return;
			case RulemodelPackage.POLICY__ADDRESS_OBJECTS:
			case RulemodelPackage.POLICY__SERVICE_OBJECTS:
			case RulemodelPackage.POLICY__INTERFACE_OBJECTS:
			case RulemodelPackage.POLICY__APPLICATIONS:
			case RulemodelPackage.POLICY__SCHEDULES:
			case RulemodelPackage.POLICY__CHAINS:
			case RulemodelPackage.POLICY__OPAQUE:
				fireNotifyChanged(new ViewerNotification(notification, notification.getNotifier(), true, false));
				return;
		}
		super.notifyChanged(notification);
	}

	/**
	 * This adds {@link org.eclipse.emf.edit.command.CommandParameter}s describing the children
	 * that can be created under this object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected void collectNewChildDescriptors(Collection<Object> newChildDescriptors, Object object) {
		super.collectNewChildDescriptors(newChildDescriptors, object);

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.POLICY__ADDRESS_OBJECTS,
				 RulemodelFactory.eINSTANCE.createAddressObject()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.POLICY__SERVICE_OBJECTS,
				 RulemodelFactory.eINSTANCE.createServiceObject()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.POLICY__INTERFACE_OBJECTS,
				 RulemodelFactory.eINSTANCE.createInterfaceObject()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.POLICY__APPLICATIONS,
				 RulemodelFactory.eINSTANCE.createApplication()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.POLICY__SCHEDULES,
				 RulemodelFactory.eINSTANCE.createSchedule()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.POLICY__CHAINS,
				 RulemodelFactory.eINSTANCE.createChain()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.POLICY__OPAQUE,
				 RulemodelFactory.eINSTANCE.createOpaqueText()));
	}

}
