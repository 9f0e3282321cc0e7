package vn.thidua.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param url where people reach the application, without a slash at its end */
@ConfigurationProperties("thidua.web")
record WebAddress(@DefaultValue("http://localhost:8080") String url) {

    String of(String path) {
        return url + path;
    }
}
