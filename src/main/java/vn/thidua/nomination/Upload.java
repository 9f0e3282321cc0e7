package vn.thidua.nomination;

import java.io.InputStream;

/**
 * A file on its way into a dossier.
 *
 * @param component id of the component it is for
 */
public record Upload(String component, String fileName, InputStream content) {}
