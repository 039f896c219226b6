package io.heddle.processor.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/// A type that is defined once and referred to by name.
public sealed interface Definition {
    /// The Java type.
    TypeElement element();

    /// It with its arguments.
    DeclaredType type();

    /// Its simple name, with those of its arguments.
    String name();

    /// A record: an object of known names.
    ///
    /// @param element the record
    /// @param type it with its arguments
    /// @param name its name
    /// @param properties its components
    /// @param tag what tells it from its siblings
    record Structure(TypeElement element, DeclaredType type, String name, List<Property> properties, Optional<Tag> tag)
            implements Definition {
        /// Copies the list in.
        public Structure {
            properties = List.copyOf(properties);
        }
    }

    /// A sealed type: one of several records.
    ///
    /// @param element the sealed type
    /// @param type the same
    /// @param name its name
    /// @param property the property that tells which
    /// @param variants the value of that property to the record, in order
    record Choice(TypeElement element, DeclaredType type, String name, String property, Map<String, JsonShape> variants)
            implements Definition {}

    /// An enum.
    ///
    /// @param element the enum
    /// @param type the same
    /// @param name its name
    /// @param constants its values as JSON
    record Constants(TypeElement element, DeclaredType type, String name, List<String> constants)
            implements Definition {
        /// Copies the list in.
        public Constants {
            constants = List.copyOf(constants);
        }
    }

    /// One property of an object.
    ///
    /// @param name its name as JSON
    /// @param component its name in Java
    /// @param shape its value
    /// @param required whether it must be there
    /// @param secret whether it stays out of every log
    record Property(String name, String component, JsonShape shape, boolean required, boolean secret) {}

    /// What tells a record from its siblings.
    ///
    /// @param property the property
    /// @param value its value for this record
    record Tag(String property, String value) {}
}
