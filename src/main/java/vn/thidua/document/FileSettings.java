package vn.thidua.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxSize the largest file taken in
 * @param maxUnpackedSize the most a Word or Excel file may unpack to
 */
@ConfigurationProperties("thidua.files")
record FileSettings(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue("200MB") DataSize maxUnpackedSize) {}
