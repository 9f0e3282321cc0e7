package vn.thidua.cockpit;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Puts our panel and tabs into Cockpit, which finds the plugin as a service. The browser's part lies in {@code
 * plugin-webapp/thidua-plugin/app}; its figures come from {@link CockpitApi}.
 */
public class ThiDuaCockpitPlugin extends AbstractCockpitPlugin {

    /** Also the name of the folder the browser's part lies in. */
    static final String ID = "thidua-plugin";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Root.class);
    }

    /** Hands out the plugin's script and style sheet. */
    @Path("plugin/" + ID)
    public static class Root extends AbstractCockpitPluginRootResource {

        public Root() {
            super(ID);
        }
    }
}
