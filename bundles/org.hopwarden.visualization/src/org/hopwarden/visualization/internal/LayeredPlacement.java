package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.hopwarden.visualization.Drawing.Point;

/**
 * Boxes and lines placed from left to right by ELK's layered algorithm. Lines leave a box in the middle of its right side and
 * enter the next in the middle of its left side, so that the lines of a branch form a fan.
 */
final class LayeredPlacement {

    record Size(double width, double height) {
    }

    /** A line between two boxes, by their positions in the list. */
    record Edge(int from, int to) {
    }

    /**
     * @param layer from 0 at the left
     */
    record Place(double x, double y, int layer) {
    }

    /**
     * @param places in the order of the boxes
     * @param lines in the order of the edges
     */
    record Result(double width, double height, List<Place> places, List<List<Point>> lines) {
    }

    static final double LAYER_GAP = 30;
    private static final double BOX_GAP = 12;

    static {
        // Makes the types of ELK's options known; without Eclipse's extension registry nothing else does.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new CoreOptions(), new LayeredMetaDataProvider());
    }

    private LayeredPlacement() {
    }

    static Result place(List<Size> sizes, List<Edge> edges) {
        return place(sizes, edges, LAYER_GAP);
    }

    /** @param layerGap between the boxes of neighbouring layers, in points */
    static Result place(List<Size> sizes, List<Edge> edges, double layerGap) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, layerGap);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, layerGap / 2);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BOX_GAP);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BOX_GAP);
        // Nodes stand as near to the source as they can: what is found later moves nothing that stands already.
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(LayeredOptions.GENERATE_POSITION_AND_LAYER_IDS, true);
        List<ElkPort> ins = new ArrayList<>();
        List<ElkPort> outs = new ArrayList<>();
        for (Size size : sizes) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(size.width(), size.height());
            node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
            ins.add(port(node, PortSide.WEST, 0, size.height() / 2));
            outs.add(port(node, PortSide.EAST, size.width(), size.height() / 2));
        }
        List<ElkEdge> drawn = edges.stream()
                .map(edge -> ElkGraphUtil.createSimpleEdge(outs.get(edge.from()), ins.get(edge.to()))).toList();
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        List<Place> places = root.getChildren().stream()
                .map(node -> new Place(node.getX(), node.getY(), node.getProperty(LayeredOptions.LAYERING_LAYER_ID))).toList();
        return new Result(root.getWidth(), root.getHeight(), places, drawn.stream().map(LayeredPlacement::points).toList());
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setDimensions(0, 0);
        port.setLocation(x, y);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    private static List<Point> points(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        ElkEdgeSection section = edge.getSections().getFirst();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return points;
    }
}
