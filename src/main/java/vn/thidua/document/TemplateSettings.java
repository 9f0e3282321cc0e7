package vn.thidua.document;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param dir folder whose {@code <template>.docx} is used instead of the built-in one; null for none */
@ConfigurationProperties("thidua.templates")
record TemplateSettings(@Nullable Path dir) {}
