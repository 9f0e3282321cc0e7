package vn.thidua.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements prepared on a database, by thread; a batch counts once. */
public final class CountedStatements extends DelegatingDataSource {

    private static final ThreadLocal<Integer> PREPARED = ThreadLocal.withInitial(() -> 0);

    public CountedStatements(DataSource source) {
        super(source);
    }

    /** How many statements the work takes. */
    public static int of(Runnable work) {
        PREPARED.set(0);
        work.run();
        return PREPARED.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) PREPARED.set(PREPARED.get() + 1);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
