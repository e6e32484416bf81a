package org.hopwarden.ui.probe.internal;

import java.util.Optional;

import org.eclipse.swt.widgets.Composite;

/** What a tab shows below its target bar once there is a trace. */
interface ResultBody {

    Composite control();

    OpenTrace trace();

    ChartsPane charts();

    /** The graph as it is drawn; empty until it is. */
    Optional<Pictures.Picture> graphPicture();

    void setFocus();
}
