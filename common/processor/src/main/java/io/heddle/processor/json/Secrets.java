package io.heddle.processor.json;

import io.heddle.contract.bind.Secret;
import io.heddle.contract.log.SecretNames;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/// Tells what stays out of every log.
final class Secrets {
    private Secrets() {}

    /// Whether a component is a secret by its mark or name, or a type by its name or one of its components.
    static boolean isSecret(Element element) {
        boolean own = element.getAnnotation(Secret.class) != null
                || SecretNames.matches(element.getSimpleName().toString());
        return own
                || (element instanceof TypeElement type
                        && type.getRecordComponents().stream().anyMatch(Secrets::isSecret));
    }
}
