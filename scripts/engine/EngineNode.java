import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * One node of the engine, with the modules that the portal needs on its class path.
 *
 * Arguments: the settings file. Ends when its standard input ends, so that it never outlives who started it.
 */
public final class EngineNode extends Node {
    private EngineNode(Settings settings) {
        // The constructor that takes modules from the class path is open to subclasses only.
        super(
            InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
            List.of(Netty4Plugin.class, CommonAnalysisPlugin.class),
            true
        );
    }

    public static void main(String[] args) throws Exception {
        EngineNode node = new EngineNode(Settings.builder().loadFromPath(Path.of(args[0])).build());
        node.start();
        while (System.in.read() >= 0) {
            // Only the end is waited for.
        }
        node.close();
        System.exit(0);
    }
}
