package vn.thidua.process.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** What has to be there before the first request is answered and the first timer fires. */
@Component
class EngineStart implements SmartInitializingSingleton {

    private final Deployments deployments;
    private final RoleGrants grants;
    private final FirstAdministrator administrator;

    EngineStart(Deployments deployments, RoleGrants grants, FirstAdministrator administrator) {
        this.deployments = deployments;
        this.grants = grants;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deployments.deploy();
        grants.administrators();
        administrator.appoint();
    }
}
