package vn.thidua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs emulation campaigns; with a command as first argument, does that one thing and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ThiDua {

    public static void main(String[] args) {
        Commands.named(args)
                .ifPresentOrElse(
                        command -> System.exit(command.getAsInt()), () -> SpringApplication.run(ThiDua.class, args));
    }
}
