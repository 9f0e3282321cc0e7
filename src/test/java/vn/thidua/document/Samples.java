package vn.thidua.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Real files of every kind, made on the spot, and ways to spoil them. */
final class Samples {

    private Samples() {}

    static byte[] pdf() {
        return """
                %PDF-1.4
                1 0 obj
                << /Type /Catalog /Pages 2 0 R >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [3 0 R] /Count 1 >>
                endobj
                3 0 obj
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
                endobj
                trailer
                << /Size 4 /Root 1 0 R >>
                startxref
                0
                %%EOF
                """.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] docx() {
        try (var document = new XWPFDocument();
                var file = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Báo cáo");
            document.write(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] xlsx() {
        try (var workbook = new XSSFWorkbook();
                var file = new ByteArrayOutputStream()) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x");
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] picture(String format) {
        try (var file = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] lockedDocx() {
        try (var container = new POIFSFileSystem();
                var file = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (var inside = encryptor.getDataStream(container)) {
                inside.write(docx());
            }
            container.writeFilesystem(file);
            return file.toByteArray();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] oldDoc() {
        try (var container = new POIFSFileSystem();
                var file = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
            container.writeFilesystem(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The archive with one more entry, or with one replaced. */
    static byte[] with(byte[] archive, String entry, byte[] content) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry next; (next = zip.getNextEntry()) != null; ) entries.put(next.getName(), zip.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        entries.put(entry, content);
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        try (var file = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(file)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
