package vn.thidua.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The parts of a .docx as parsed XML, and what they refer to. */
final class WordFile {

    static final String BODY = "word/document.xml";

    private final Map<String, byte[]> parts;
    private final Map<String, Optional<Document>> parsed = new HashMap<>();

    private WordFile(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static WordFile of(byte[] docx) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new WordFile(parts);
    }

    /** The same file with another body and these parts instead of its own; everything else is shared. */
    WordFile with(Document body, Map<String, byte[]> changed) {
        var all = new LinkedHashMap<>(parts);
        all.putAll(changed);
        var other = new WordFile(all);
        other.parsed.putAll(parsed);
        other.parsed.put(BODY, Optional.of(body));
        return other;
    }

    /** The name of the part with exactly this content. */
    Optional<String> partOf(byte[] content) {
        return parts.entrySet().stream()
                .filter(part -> Arrays.equals(part.getValue(), content))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Document body() {
        return xml(BODY).orElseThrow(() -> new IllegalArgumentException("Not a Word document"));
    }

    Optional<Document> xml(String part) {
        return parsed.computeIfAbsent(
                part, name -> Optional.ofNullable(parts.get(name)).map(WordFile::parse));
    }

    /** The name of the part that another part calls by this id; empty when it lies outside of the file. */
    Optional<String> target(String from, String id) {
        var slash = from.lastIndexOf('/') + 1;
        var relations = xml(from.substring(0, slash) + "_rels/" + from.substring(slash) + ".rels");
        return relations.stream()
                .flatMap(document -> Xml.children(document.getDocumentElement()).stream())
                .filter(relation -> relation.getAttribute("Id").equals(id))
                .filter(relation -> !relation.getAttribute("TargetMode").equals("External"))
                .map(relation -> relation.getAttribute("Target"))
                .map(target -> target.startsWith("/")
                        ? target.substring(1)
                        : URI.create(from).resolve(target).toString())
                .findFirst();
    }

    void put(String part, byte[] content) {
        parts.put(part, content);
    }

    /** The file with these parts as they have been changed. */
    byte[] with(Collection<String> changed) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (changed.contains(part.getKey())) write(xml(part.getKey()).orElseThrow(), zip);
                else zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    Optional<byte[]> bytes(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    private static void write(Document xml, OutputStream into) {
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(xml), new StreamResult(new FilterOutputStream(into) {
                        @Override
                        public void close() {} // the archive goes on
                    }));
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Document parse(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("A part of the Word document is broken", broken);
        }
    }
}
