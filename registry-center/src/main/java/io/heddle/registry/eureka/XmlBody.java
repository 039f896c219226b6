package io.heddle.registry.eureka;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML as if it were the JSON that other clients send. There are no entities but those of XML itself.
final class XmlBody {
    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 1000;

    private final XMLStreamReader reader;
    private int elements;

    private XmlBody(XMLStreamReader reader) {
        this.reader = reader;
    }

    /// The root element as an object.
    static Map<String, Object> read(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter(XmlBody::quiet);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            Object root = new XmlBody(reader).root();
            if (root instanceof Map<?, ?> map) {
                Map<String, Object> members = new LinkedHashMap<>();
                map.forEach((name, value) -> members.put(name.toString(), value));
                return members;
            }
            throw wrong();
        } catch (ServiceException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            ServiceException told = wrong();
            told.initCause(e);
            throw told;
        }
    }

    /// What is wrong is thrown as well; the parser would print it too.
    private static void quiet(String message, String type, Object related, Location where) {}

    private static ServiceException wrong() {
        return ServiceException.of(Status.BAD_REQUEST, "the body must be XML without a document type");
    }

    private Object root() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw wrong();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return element(1);
            }
        }
        throw wrong();
    }

    private Object element(int depth) throws XMLStreamException {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw wrong();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            members.put('@' + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> add(members, reader.getLocalName(), element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> throw wrong();
            }
        }
        return whole(members, text.toString().strip());
    }

    private static Object whole(Map<String, Object> members, String text) {
        if (members.isEmpty()) {
            return text;
        }
        if (!text.isEmpty()) {
            members.put("$", text);
        }
        return members;
    }

    private static void add(Map<String, Object> members, String name, Object value) {
        Object before = members.putIfAbsent(name, value);
        if (before instanceof List<?> list) {
            List<Object> more = new ArrayList<>(list);
            more.add(value);
            members.put(name, more);
        } else if (before != null) {
            members.put(name, List.of(before, value));
        }
    }
}
