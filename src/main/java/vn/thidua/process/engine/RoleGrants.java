package vn.thidua.process.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;

/**
 * The groups and what each may do in the engine. Everything is written in one command, so that the rows of all groups go out in
 * batches; what is there already stays as it is.
 */
@Component
public class RoleGrants {

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final ProcessEngineConfigurationImpl engine;
    private final EngineIdentity identity;
    private final TaskFilters filters;

    RoleGrants(
            IdentityService identities,
            AuthorizationService authorizations,
            ProcessEngineConfigurationImpl engine,
            EngineIdentity identity,
            TaskFilters filters) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.engine = engine;
        this.identity = identity;
        this.filters = filters;
    }

    /**
     * Creates the groups that take part in campaigns. Each may open Tasklist, read the two lists there and the process definitions
     * (else Tasklist shows no process name); on tasks it holds only what the task itself gives.
     *
     * @param nameOf the name of each group by its id
     */
    public void participants(Map<String, String> nameOf) {
        if (nameOf.isEmpty()) return;
        var grants = new ArrayList<Grant>();
        grants.add(new Grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        grants.add(new Grant(Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ));
        filters.ids().forEach(filter -> grants.add(new Grant(Resources.FILTER, filter, Permissions.READ)));
        write(nameOf, "THIDUA", grants);
    }

    /** Creates the group of administrators, who may do everything and open every webapp. */
    public void administrators() {
        var grants = List.of(Resources.values()).stream()
                .map(resource -> new Grant(resource, Authorization.ANY, Permissions.ALL))
                .toList();
        write(Map.of(Actor.ADMINISTRATORS, "Quản trị viên hệ thống"), "SYSTEM", grants);
    }

    private void write(Map<String, String> nameOf, String type, Collection<Grant> grants) {
        identity.asSystem(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            var groups = nameOf.keySet().toArray(String[]::new);
            var existing = identities.createGroupQuery().groupIdIn(groups).list().stream()
                    .map(Group::getId)
                    .collect(toSet());
            var held = authorizations.createAuthorizationQuery().groupIdIn(groups).list().stream()
                    .collect(groupingBy(Authorization::getGroupId));
            nameOf.forEach((group, name) -> {
                if (!existing.contains(group)) create(group, name, type);
                var already = held.getOrDefault(group, List.of());
                grants.stream()
                        .filter(grant -> already.stream().noneMatch(grant::isGivenBy))
                        .forEach(grant -> give(group, grant));
            });
            return Set.of();
        }));
    }

    private void create(String id, String name, String type) {
        var group = identities.newGroup(id);
        group.setName(name);
        group.setType(type);
        identities.saveGroup(group);
    }

    private void give(String group, Grant grant) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(new Permission[] {grant.permission()});
        authorizations.saveAuthorization(authorization);
    }

    private record Grant(Resource resource, String id, Permission permission) {

        boolean isGivenBy(Authorization held) {
            return held.getResourceType() == resource.resourceType() && id.equals(held.getResourceId());
        }
    }
}
