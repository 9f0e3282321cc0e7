package vn.thidua.web.pages;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;

/** A table to take along. */
final class Spreadsheet {

    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Spreadsheet() {}

    /** @param name the file's name without its ending */
    static ResponseEntity<byte[]> download(String name, Sheet sheet) {
        var file = ContentDisposition.attachment().filename(name + ".xlsx").build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(Workbooks.write(List.of(sheet)));
    }
}
