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

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * This is the item provider adapter for a {@link org.hopwarden.rulemodel.Chain} object.
 * <!-- begin-user-doc -->
 * <!-- end-user-doc -->
 * @generated
 */
public class ChainItemProvider extends NamedElementItemProvider {
	/**
	 * This constructs an instance from a factory and a notifier.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ChainItemProvider(AdapterFactory adapterFactory) {
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

			addIpVersionPropertyDescriptor(object);
			addEndPropertyDescriptor(object);
			addScopePropertyDescriptor(object);
			addApplicationsPropertyDescriptor(object);
			addFragmentReadingPropertyDescriptor(object);
			addEndRemarksPropertyDescriptor(object);
		}
		return itemPropertyDescriptors;
	}

	/**
	 * This adds a property descriptor for the Ip Version feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addIpVersionPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Chain_ipVersion_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Chain_ipVersion_feature", "_UI_Chain_type"),
				 RulemodelPackage.Literals.CHAIN__IP_VERSION,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the End feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addEndPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Chain_end_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Chain_end_feature", "_UI_Chain_type"),
				 RulemodelPackage.Literals.CHAIN__END,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Scope feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addScopePropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Chain_scope_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Chain_scope_feature", "_UI_Chain_type"),
				 RulemodelPackage.Literals.CHAIN__SCOPE,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Applications feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addApplicationsPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Chain_applications_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Chain_applications_feature", "_UI_Chain_type"),
				 RulemodelPackage.Literals.CHAIN__APPLICATIONS,
				 true,
				 false,
				 true,
				 null,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Fragment Reading feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addFragmentReadingPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Chain_fragmentReading_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Chain_fragmentReading_feature", "_UI_Chain_type"),
				 RulemodelPackage.Literals.CHAIN__FRAGMENT_READING,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the End Remarks feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addEndRemarksPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Chain_endRemarks_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Chain_endRemarks_feature", "_UI_Chain_type"),
				 RulemodelPackage.Literals.CHAIN__END_REMARKS,
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
			childrenFeatures.add(RulemodelPackage.Literals.CHAIN__BINDINGS);
			childrenFeatures.add(RulemodelPackage.Literals.CHAIN__DIALECT);
			childrenFeatures.add(RulemodelPackage.Literals.CHAIN__RULES);
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
		String label = ((Chain)object).getName();
		return label == null || label.length() == 0 ?
			getString("_UI_Chain_type") :
			getString("_UI_Chain_type") + " " + label;
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

		switch (notification.getFeatureID(Chain.class)) {
			case RulemodelPackage.CHAIN__IP_VERSION:
			case RulemodelPackage.CHAIN__END:
			case RulemodelPackage.CHAIN__SCOPE:
			case RulemodelPackage.CHAIN__APPLICATIONS:
			case RulemodelPackage.CHAIN__FRAGMENT_READING:
			case RulemodelPackage.CHAIN__END_REMARKS:
				fireNotifyChanged(new ViewerNotification(notification, notification.getNotifier(), false, true));
				return;
			case RulemodelPackage.CHAIN__BINDINGS:
			case RulemodelPackage.CHAIN__DIALECT:
			case RulemodelPackage.CHAIN__RULES:
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
				(RulemodelPackage.Literals.CHAIN__BINDINGS,
				 RulemodelFactory.eINSTANCE.createBinding()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.CHAIN__DIALECT,
				 RulemodelFactory.eINSTANCE.createIosNumberedList()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.CHAIN__DIALECT,
				 RulemodelFactory.eINSTANCE.createIosNamedList()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.CHAIN__DIALECT,
				 RulemodelFactory.eINSTANCE.createIptablesChain()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.CHAIN__DIALECT,
				 RulemodelFactory.eINSTANCE.createNftChain()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.CHAIN__RULES,
				 RulemodelFactory.eINSTANCE.createRule()));
	}

}
