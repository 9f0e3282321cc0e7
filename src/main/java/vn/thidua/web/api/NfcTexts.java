package vn.thidua.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.text.Normalizer;
import org.springframework.boot.jackson.JsonComponent;

/** Texts come in as one form of Unicode, however the keyboard composed them, so that searching and comparing find them. */
@JsonComponent
class NfcTexts extends StdScalarDeserializer<String> {

    NfcTexts() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
