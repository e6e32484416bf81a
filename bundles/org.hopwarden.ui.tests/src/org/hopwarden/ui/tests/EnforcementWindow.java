package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.rules.PolicyTabs;

/** The Enforcement view of a window, as the tests see it. */
record EnforcementWindow(TraceWindow window) {

    private static final String VIEW = "org.hopwarden.ui.rules.enforcement";
    private static final int LIGHT = 200;
    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    /** A rule for a protocol. */
    static Rule rule(int protocol, Action action) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().add(service);
        rule.setAction(action);
        return rule;
    }

    /** A policy with one chain, whose end denies. */
    static Policy policy(Rule... rules) {
        Chain chain = MODEL.createChain();
        chain.setName("edge");
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().addAll(List.of(rules));
        Policy policy = MODEL.createPolicy();
        policy.setName("watched");
        policy.getChains().add(chain);
        return policy;
    }

    /** Opens a policy and the view. */
    void open(Policy policy, Path file) throws IOException {
        PolicyFiles.save(policy, file);
        PolicyTabs.open(window.page(), file);
        Wait.until("the rules", () -> RuleGrid.shows(window.shell(), policy.getChains().getFirst().getRules().size()));
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the bar", () -> Widgets.find(window.shell(), Combo.class, "Enforce Back end").isPresent());
        Wait.until("the tables", () -> Widgets.find(window.shell(), Table.class, "Verdicts").isPresent());
    }

    /** Chooses a back end and waits until its options are there. */
    void backEnd(String label, String option) {
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Enforce Back end"), label);
        Wait.until("the choices of " + option, () -> Widgets.find(window.shell(), Combo.class, "Enforce " + option)
                .filter(combo -> !combo.getText().isEmpty()).isPresent());
    }

    void press(String name) {
        Widgets.click(Widgets.get(window.shell(), Button.class, name));
    }

    /** Ends what runs, and closes the view. */
    void close() {
        IViewPart view = window.page().findView(VIEW);
        if (view != null) {
            window.page().hideView(view);
        }
        Wait.untilBesideDialogs("the end of the question", () -> question().isEmpty());
        Themes.setDark(false);
        window.closeAllButTraces();
        window.shell().setBounds(0, 0, 1280, 800);
    }

    Table table(String name) {
        return Widgets.get(window.shell(), Table.class, name);
    }

    String label(String name) {
        return Widgets.get(window.shell(), Label.class, name).getText();
    }

    /** A number among the totals. */
    long total(String word) {
        return number(label("Totals"), word + " (\\d+)");
    }

    /** The first group of a pattern in a text; 0 where it is not there. */
    static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** Turns to one of the view's tabs. */
    void turnTo(String title) {
        for (CTabFolder tabs : Widgets.all(window.shell(), CTabFolder.class, each -> true)) {
            for (CTabItem item : tabs.getItems()) {
                if (item.getText().equals(title)) {
                    tabs.setSelection(item);
                    tabs.notifyListeners(SWT.Selection, new Event());
                    return;
                }
            }
        }
        throw new AssertionError("no tab " + title);
    }

    /** The question in the window's corner. */
    static Optional<Shell> question() {
        return Arrays.stream(Display.getCurrent().getShells()).flatMap(shell -> Stream.concat(
                Stream.of(shell), Arrays.stream(shell.getShells()))).filter(shell -> shell.isVisible()
                        && "Question".equals(shell.getData(TraceTabs.WIDGET))).findFirst();
    }

    /** Pictures of the window in both themes, the light one again last; then nothing in it may have stayed dark. */
    void pictures(String name) {
        Screenshots.take(name + "-light");
        Themes.setDark(true);
        Wait.untilBesideDialogs("the dark theme on the screen", () -> !isLightOnScreen());
        Screenshots.take(name + "-dark");
        Themes.setDark(false);
        Wait.untilBesideDialogs("the system's light colours", () -> isLight(Display.getCurrent().getSystemColor(SWT.COLOR_LIST_BACKGROUND)));
        Wait.untilBesideDialogs("the light theme on the screen", this::isLightOnScreen);
        Screenshots.take(name + "-light-again");
        List<String> dark = Widgets.all(window.shell(), Control.class, each -> (each instanceof Text || each instanceof Table || each instanceof Label
                || each instanceof Tree) && !isLight(each.getBackground())).stream().map(each -> each + " " + each.getData(TraceTabs.WIDGET)).toList();
        assertEquals(List.of(), dark, "dark in the light theme");
    }

    private static boolean isLight(Color color) {
        return color.getGreen() > LIGHT;
    }

    /** What is painted, which comes some turns behind what is set. */
    private boolean isLightOnScreen() {
        Label label = Widgets.get(window.shell(), Label.class, "Enforcement");
        Rectangle area = Display.getCurrent().map(label.getParent(), null, label.getBounds());
        Image image = new Image(Display.getCurrent(), 1, 1);
        GC gc = new GC(Display.getCurrent());
        try {
            gc.copyArea(image, area.x + area.width - 2, area.y + 1);
            ImageData data = image.getImageData();
            return data.palette.getRGB(data.getPixel(0, 0)).green > LIGHT;
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
