/**
 */
package org.hopwarden.rulemodel.internal;

import java.util.Collection;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.util.EDataTypeEList;

import org.hopwarden.rulemodel.IosNamedList;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Ios Named List</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.internal.IosNamedListImpl#getEndRemarkNumbers <em>End Remark Numbers</em>}</li>
 * </ul>
 *
 * @generated
 */
public class IosNamedListImpl extends IosListImpl implements IosNamedList {
	/**
	 * The cached value of the '{@link #getEndRemarkNumbers() <em>End Remark Numbers</em>}' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getEndRemarkNumbers()
	 * @generated
	 * @ordered
	 */
	protected EList<Integer> endRemarkNumbers;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected IosNamedListImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return RulemodelPackage.Literals.IOS_NAMED_LIST;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Integer> getEndRemarkNumbers() {
		if (endRemarkNumbers == null) {
			endRemarkNumbers = new EDataTypeEList<Integer>(Integer.class, this, RulemodelPackage.IOS_NAMED_LIST__END_REMARK_NUMBERS);
		}
		return endRemarkNumbers;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case RulemodelPackage.IOS_NAMED_LIST__END_REMARK_NUMBERS:
				return getEndRemarkNumbers();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@SuppressWarnings("unchecked")
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case RulemodelPackage.IOS_NAMED_LIST__END_REMARK_NUMBERS:
				getEndRemarkNumbers().clear();
				getEndRemarkNumbers().addAll((Collection<? extends Integer>)newValue);
				return;
		}
		super.eSet(featureID, newValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eUnset(int featureID) {
		switch (featureID) {
			case RulemodelPackage.IOS_NAMED_LIST__END_REMARK_NUMBERS:
				getEndRemarkNumbers().clear();
				return;
		}
		super.eUnset(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean eIsSet(int featureID) {
		switch (featureID) {
			case RulemodelPackage.IOS_NAMED_LIST__END_REMARK_NUMBERS:
				return endRemarkNumbers != null && !endRemarkNumbers.isEmpty();
		}
		return super.eIsSet(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String toString() {
		if (eIsProxy()) return super.toString();

		StringBuilder result = new StringBuilder(super.toString());
		result.append(" (endRemarkNumbers: ");
		result.append(endRemarkNumbers);
		result.append(')');
		return result.toString();
	}

} //IosNamedListImpl
