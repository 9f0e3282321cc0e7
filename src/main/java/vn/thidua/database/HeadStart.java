package vn.thidua.database;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Lets the embedded database start while the context is still being put together. */
class HeadStart implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent initialized) {
        var context = initialized.getApplicationContext();
        if (DatabaseKind.of(context.getEnvironment()) != DatabaseKind.EMBEDDED) return;
        var directory = context.getEnvironment().getProperty("thidua.database.dir", "./data");
        context.getBeanFactory().registerSingleton("databaseStart", new DatabaseStart(Path.of(directory)));
    }
}
