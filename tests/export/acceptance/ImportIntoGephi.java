// Imports files with Gephi's own importers, each into what the ones before it left, and prints what came of it: issues,
// counts, kinds of edges, the ends of the timeline, labels.
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class ImportIntoGephi {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        for (int i = 0; i < arguments.length; i++) {
            Container container = importer.importFile(new File(arguments[i]));
            Processor processor = i == 0 ? new DefaultProcessor() : new AppendProcessor();
            importer.process(container, processor, workspace);
            for (Iterator<Issue> issues = container.getReport().getIssues(Integer.MAX_VALUE); issues.hasNext(); ) {
                Issue issue = issues.next();
                OUT.println("issue " + issue.getLevel() + " " + issue.getMessage());
            }
        }
        print(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace));
        System.exit(0);
    }

    private static void print(GraphModel model) {
        DirectedGraph graph = model.getDirectedGraph();
        OUT.println("counts " + graph.getNodeCount() + " " + graph.getEdgeCount());
        for (Object kind : model.getEdgeTypeLabels()) {
            OUT.println("kind " + kind);
        }
        OUT.println("time " + model.getTimeBounds().getLow() + " " + model.getTimeBounds().getHigh());
        for (Node node : graph.getNodes()) {
            OUT.println("node " + node.getId() + " " + node.getLabel().replace("\r", "\\r").replace("\n", "\\n"));
        }
    }
}
