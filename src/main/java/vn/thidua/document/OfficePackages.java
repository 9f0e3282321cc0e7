package vn.thidua.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Tells Word and Excel files from other archives; refuses macros, locks, bombs and what is not one whole archive. */
final class OfficePackages {

    static final int MAX_ENTRIES = 5_000;
    private static final int MAX_NAME = 260;
    private static final int KEPT = 1 << 20;

    /** Sheets of like rows pack 100 to 1 and more; only what packs tighter than any real document is a bomb. */
    private static final int MAX_RATIO = 300;

    private static final int RATIO_COUNTS_FROM = 1 << 20;
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_OF_DIRECTORY_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;

    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final String WORD_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL_MAIN =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** Parts that run code. */
    private static final Pattern ACTIVE_PART =
            Pattern.compile("(.*/)?(vbaproject.*\\.bin|vbadata.*\\.xml|activex/.*|macrosheets/.*|dialogsheets/.*)");

    private static final Pattern REMOTE =
            Pattern.compile("(?i)(https?|ftp):.*|\\\\\\\\.*|file:/*\\\\\\\\.*|file://[^/].*");

    private final long maxUnpacked;

    OfficePackages(long maxUnpacked) {
        this.maxUnpacked = maxUnpacked;
    }

    FileKind kindOf(String name, byte[] content) {
        if (endOfDirectory(content) < 0) throw FileInspection.broken(name);
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return kindOf(name, zip);
        } catch (IOException | XMLStreamException | IllegalArgumentException unreadable) {
            throw FileInspection.broken(name);
        }
    }

    private FileKind kindOf(String name, ZipFile zip) throws IOException, XMLStreamException {
        var entries = Collections.list(zip.getEntriesInPhysicalOrder());
        if (entries.size() > MAX_ENTRIES) throw FileInspection.bomb(name);
        if (entries.isEmpty() || entries.get(0).getLocalHeaderOffset() != 0) throw FileInspection.twoFiles(name);
        var names = new HashSet<String>();
        var contentTypes = new byte[0];
        long unpacked = 0;
        for (var entry : entries) {
            var part = new String(entry.getRawName(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            mustBeSafe(name, entry, part, names);
            var bytes = unpack(name, zip, entry, maxUnpacked - unpacked, KEPT);
            unpacked += bytes.size();
            if (part.equals(CONTENT_TYPES)) contentTypes = bytes.kept();
            if (part.endsWith(".rels") && fetchesTemplate(bytes.kept())) throw FileInspection.active(name);
        }
        return kindBy(name, contentTypes);
    }

    static void mustBeSafe(String name, ZipArchiveEntry entry, String part, Set<String> names) {
        if (entry.getGeneralPurposeBit().usesEncryption()) throw FileInspection.locked(name);
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED)
            throw FileInspection.broken(name);
        if (part.length() > MAX_NAME || part.startsWith("/") || part.contains("\\") || part.contains("..")) {
            throw FileInspection.twoFiles(name);
        }
        if (!names.add(part)) throw FileInspection.twoFiles(name); // readers differ on which of two they take
        if (ACTIVE_PART.matcher(part).matches()) throw FileInspection.active(name);
    }

    record Unpacked(long size, byte[] kept) {}

    /**
     * Counts what really comes out, whatever the archive claims; keeps the beginning.
     *
     * @param left the most bytes that may come out
     * @param keep how many of them are kept
     */
    static Unpacked unpack(String name, ZipFile zip, ZipArchiveEntry entry, long left, int keep) throws IOException {
        var kept = new ByteArrayOutputStream();
        var crc = new CRC32();
        long size = 0;
        try (var in = zip.getInputStream(entry)) {
            var buffer = new byte[1 << 14];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                size += read;
                if (size > left) throw FileInspection.bomb(name);
                if (size > RATIO_COUNTS_FROM && size / MAX_RATIO > entry.getCompressedSize())
                    throw FileInspection.bomb(name);
                crc.update(buffer, 0, read);
                if (size <= keep) kept.write(buffer, 0, read);
            }
        }
        if (size != entry.getSize() || crc.getValue() != entry.getCrc()) throw FileInspection.broken(name);
        return new Unpacked(size, kept.toByteArray());
    }

    private static FileKind kindBy(String name, byte[] contentTypes) throws XMLStreamException {
        var kinds = EnumSet.noneOf(FileKind.class);
        for (var type : typesIn(contentTypes)) {
            if (type.contains("macroenabled") || type.contains("vbaproject") || type.contains("activex")) {
                throw FileInspection.active(name);
            }
            if (type.equals(WORD_MAIN)) kinds.add(FileKind.DOCX);
            if (type.equals(EXCEL_MAIN)) kinds.add(FileKind.XLSX);
        }
        if (kinds.size() > 1) throw FileInspection.twoFiles(name);
        return kinds.stream().findFirst().orElseThrow(() -> FileInspection.unknown(name));
    }

    private static Set<String> typesIn(byte[] contentTypes) throws XMLStreamException {
        var types = new HashSet<String>();
        forEachElement(contentTypes, xml -> {
            var type = xml.getAttributeValue(null, "ContentType");
            if (type != null) types.add(type.strip().toLowerCase(Locale.ROOT));
        });
        return types;
    }

    /** A template elsewhere brings its macros along when the file is opened. */
    private static boolean fetchesTemplate(byte[] relationships) throws XMLStreamException {
        var targets = new HashSet<String>();
        forEachElement(relationships, xml -> {
            var type = xml.getAttributeValue(null, "Type");
            var target = xml.getAttributeValue(null, "Target");
            if (type != null && target != null && type.endsWith("/attachedTemplate")) targets.add(target.strip());
        });
        return targets.stream().anyMatch(target -> REMOTE.matcher(target).matches());
    }

    private static void forEachElement(byte[] content, Consumer<XMLStreamReader> reader) throws XMLStreamException {
        if (content.length == 0) return;
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        while (xml.hasNext()) if (xml.next() == XMLStreamConstants.START_ELEMENT) reader.accept(xml);
    }

    /** Where the directory of an archive that reaches to the very end has its end record; -1 where there is none. */
    static int endOfDirectory(byte[] content) {
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var last = content.length - END_OF_DIRECTORY_SIZE;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (bytes.getInt(at) == END_OF_DIRECTORY
                    && at + END_OF_DIRECTORY_SIZE + (bytes.getShort(at + 20) & 0xffff) == content.length) {
                return at;
            }
        }
        return -1;
    }
}
