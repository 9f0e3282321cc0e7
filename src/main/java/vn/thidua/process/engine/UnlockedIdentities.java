package vn.thidua.process.engine;

import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's own user tables without its locking of accounts: that would let anyone lock out anyone, and writes a row for each wrong
 * password. Guessing is slowed down at the door instead, for the address that guesses.
 */
public class UnlockedIdentities extends DbIdentityServiceProvider {

    @Override
    protected boolean isUserLocked(UserEntity user) {
        return false;
    }

    @Override
    protected void lockUser(UserEntity user) {}
}
