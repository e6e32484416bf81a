/**
 */
package org.hopwarden.rulemodel.edit;


import java.util.Collection;
import java.util.List;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.common.util.ResourceLocator;

import org.eclipse.emf.ecore.EStructuralFeature;

import org.eclipse.emf.edit.provider.ComposeableAdapterFactory;
import org.eclipse.emf.edit.provider.IEditingDomainItemProvider;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.eclipse.emf.edit.provider.IStructuredItemContentProvider;
import org.eclipse.emf.edit.provider.ITreeItemContentProvider;
import org.eclipse.emf.edit.provider.ItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.ItemProviderAdapter;
import org.eclipse.emf.edit.provider.ViewerNotification;

import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * This is the item provider adapter for a {@link org.hopwarden.rulemodel.Match} object.
 * <!-- begin-user-doc -->
 * <!-- end-user-doc -->
 * @generated
 */
public class MatchItemProvider
	extends ItemProviderAdapter
	implements
		IEditingDomainItemProvider,
		IStructuredItemContentProvider,
		ITreeItemContentProvider,
		IItemLabelProvider,
		IItemPropertySource {
	/**
	 * This constructs an instance from a factory and a notifier.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public MatchItemProvider(AdapterFactory adapterFactory) {
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
			addInInterfaceNegatedPropertyDescriptor(object);
			addOutInterfaceNegatedPropertyDescriptor(object);
			addFragmentsPropertyDescriptor(object);
			addSourceNegatedPropertyDescriptor(object);
			addDestinationNegatedPropertyDescriptor(object);
			addServiceNegatedPropertyDescriptor(object);
			addTtlPropertyDescriptor(object);
			addDscpPropertyDescriptor(object);
			addLengthPropertyDescriptor(object);
			addStatesPropertyDescriptor(object);
			addMarkPropertyDescriptor(object);
			addApplicationsPropertyDescriptor(object);
			addSchedulePropertyDescriptor(object);
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
				 getString("_UI_Match_ipVersion_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_ipVersion_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__IP_VERSION,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the In Interface Negated feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addInInterfaceNegatedPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_inInterfaceNegated_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_inInterfaceNegated_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__IN_INTERFACE_NEGATED,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.BOOLEAN_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Out Interface Negated feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addOutInterfaceNegatedPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_outInterfaceNegated_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_outInterfaceNegated_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__OUT_INTERFACE_NEGATED,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.BOOLEAN_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Fragments feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addFragmentsPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_fragments_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_fragments_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__FRAGMENTS,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.BOOLEAN_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Source Negated feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addSourceNegatedPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_sourceNegated_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_sourceNegated_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__SOURCE_NEGATED,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.BOOLEAN_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Destination Negated feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addDestinationNegatedPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_destinationNegated_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_destinationNegated_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__DESTINATION_NEGATED,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.BOOLEAN_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Service Negated feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addServiceNegatedPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_serviceNegated_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_serviceNegated_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__SERVICE_NEGATED,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.BOOLEAN_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Ttl feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addTtlPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_ttl_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_ttl_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__TTL,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Dscp feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addDscpPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_dscp_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_dscp_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__DSCP,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Length feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addLengthPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_length_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_length_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__LENGTH,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the States feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addStatesPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_states_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_states_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__STATES,
				 true,
				 false,
				 false,
				 ItemPropertyDescriptor.GENERIC_VALUE_IMAGE,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Mark feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addMarkPropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_mark_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_mark_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__MARK,
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
				 getString("_UI_Match_applications_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_applications_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__APPLICATIONS,
				 true,
				 false,
				 true,
				 null,
				 null,
				 null));
	}

	/**
	 * This adds a property descriptor for the Schedule feature.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected void addSchedulePropertyDescriptor(Object object) {
		itemPropertyDescriptors.add
			(createItemPropertyDescriptor
				(((ComposeableAdapterFactory)adapterFactory).getRootAdapterFactory(),
				 getResourceLocator(),
				 getString("_UI_Match_schedule_feature"),
				 getString("_UI_PropertyDescriptor_description", "_UI_Match_schedule_feature", "_UI_Match_type"),
				 RulemodelPackage.Literals.MATCH__SCHEDULE,
				 true,
				 false,
				 true,
				 null,
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
			childrenFeatures.add(RulemodelPackage.Literals.MATCH__IN_INTERFACE);
			childrenFeatures.add(RulemodelPackage.Literals.MATCH__OUT_INTERFACE);
			childrenFeatures.add(RulemodelPackage.Literals.MATCH__SOURCE);
			childrenFeatures.add(RulemodelPackage.Literals.MATCH__DESTINATION);
			childrenFeatures.add(RulemodelPackage.Literals.MATCH__SERVICE);
			childrenFeatures.add(RulemodelPackage.Literals.MATCH__RATE);
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
		IpFamily labelValue = ((Match)object).getIpVersion();
		String label = labelValue == null ? null : labelValue.toString();
		return label == null || label.length() == 0 ?
			getString("_UI_Match_type") :
			getString("_UI_Match_type") + " " + label;
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

		switch (notification.getFeatureID(Match.class)) {
			case RulemodelPackage.MATCH__IP_VERSION:
			case RulemodelPackage.MATCH__IN_INTERFACE_NEGATED:
			case RulemodelPackage.MATCH__OUT_INTERFACE_NEGATED:
			case RulemodelPackage.MATCH__FRAGMENTS:
			case RulemodelPackage.MATCH__SOURCE_NEGATED:
			case RulemodelPackage.MATCH__DESTINATION_NEGATED:
			case RulemodelPackage.MATCH__SERVICE_NEGATED:
			case RulemodelPackage.MATCH__TTL:
			case RulemodelPackage.MATCH__DSCP:
			case RulemodelPackage.MATCH__LENGTH:
			case RulemodelPackage.MATCH__STATES:
			case RulemodelPackage.MATCH__MARK:
			case RulemodelPackage.MATCH__APPLICATIONS:
			case RulemodelPackage.MATCH__SCHEDULE:
				fireNotifyChanged(new ViewerNotification(notification, notification.getNotifier(), false, true));
				return;
			case RulemodelPackage.MATCH__IN_INTERFACE:
			case RulemodelPackage.MATCH__OUT_INTERFACE:
			case RulemodelPackage.MATCH__SOURCE:
			case RulemodelPackage.MATCH__DESTINATION:
			case RulemodelPackage.MATCH__SERVICE:
			case RulemodelPackage.MATCH__RATE:
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
				(RulemodelPackage.Literals.MATCH__IN_INTERFACE,
				 RulemodelFactory.eINSTANCE.createInterfaceName()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__IN_INTERFACE,
				 RulemodelFactory.eINSTANCE.createInterfaceUse()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__OUT_INTERFACE,
				 RulemodelFactory.eINSTANCE.createInterfaceName()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__OUT_INTERFACE,
				 RulemodelFactory.eINSTANCE.createInterfaceUse()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__SOURCE,
				 RulemodelFactory.eINSTANCE.createAddressPrefix()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__SOURCE,
				 RulemodelFactory.eINSTANCE.createAddressRange()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__SOURCE,
				 RulemodelFactory.eINSTANCE.createAddressWildcard()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__SOURCE,
				 RulemodelFactory.eINSTANCE.createAddressName()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__SOURCE,
				 RulemodelFactory.eINSTANCE.createAddressUse()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__DESTINATION,
				 RulemodelFactory.eINSTANCE.createAddressPrefix()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__DESTINATION,
				 RulemodelFactory.eINSTANCE.createAddressRange()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__DESTINATION,
				 RulemodelFactory.eINSTANCE.createAddressWildcard()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__DESTINATION,
				 RulemodelFactory.eINSTANCE.createAddressName()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__DESTINATION,
				 RulemodelFactory.eINSTANCE.createAddressUse()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__SERVICE,
				 RulemodelFactory.eINSTANCE.createService()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__SERVICE,
				 RulemodelFactory.eINSTANCE.createServiceUse()));

		newChildDescriptors.add
			(createChildParameter
				(RulemodelPackage.Literals.MATCH__RATE,
				 RulemodelFactory.eINSTANCE.createRateLimit()));
	}

	/**
	 * This returns the label text for {@link org.eclipse.emf.edit.command.CreateChildCommand}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getCreateChildText(Object owner, Object feature, Object child, Collection<?> selection) {
		Object childFeature = feature;
		Object childObject = child;

		boolean qualify =
			childFeature == RulemodelPackage.Literals.MATCH__IN_INTERFACE ||
			childFeature == RulemodelPackage.Literals.MATCH__OUT_INTERFACE ||
			childFeature == RulemodelPackage.Literals.MATCH__SOURCE ||
			childFeature == RulemodelPackage.Literals.MATCH__DESTINATION;

		if (qualify) {
			return getString
				("_UI_CreateChild_text2",
				 new Object[] { getTypeText(childObject), getFeatureText(childFeature), getTypeText(owner) });
		}
		return super.getCreateChildText(owner, feature, child, selection);
	}

	/**
	 * Return the resource locator for this item provider's resources.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ResourceLocator getResourceLocator() {
		return RulemodelEditPlugin.INSTANCE;
	}

}
