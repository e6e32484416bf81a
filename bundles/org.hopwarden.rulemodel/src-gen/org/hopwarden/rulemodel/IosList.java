/**
 */
package org.hopwarden.rulemodel;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Ios List</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * An access list of Cisco IOS.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.hopwarden.rulemodel.IosList#getKind <em>Kind</em>}</li>
 * </ul>
 *
 * @see org.hopwarden.rulemodel.RulemodelPackage#getIosList()
 * @model abstract="true"
 * @generated
 */
public interface IosList extends ChainDialect {
	/**
	 * Returns the value of the '<em><b>Kind</b></em>' attribute.
	 * The literals are from the enumeration {@link org.hopwarden.rulemodel.IosListKind}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What its entries can say.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Kind</em>' attribute.
	 * @see org.hopwarden.rulemodel.IosListKind
	 * @see #setKind(IosListKind)
	 * @see org.hopwarden.rulemodel.RulemodelPackage#getIosList_Kind()
	 * @model
	 * @generated
	 */
	IosListKind getKind();

	/**
	 * Sets the value of the '{@link org.hopwarden.rulemodel.IosList#getKind <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Kind</em>' attribute.
	 * @see org.hopwarden.rulemodel.IosListKind
	 * @see #getKind()
	 * @generated
	 */
	void setKind(IosListKind value);

} // IosList
