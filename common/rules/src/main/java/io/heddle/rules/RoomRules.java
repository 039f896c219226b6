package io.heddle.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A room has one door: beside its one public class only records, enums, interfaces, annotations and exceptions are
/// public. Generated classes are not counted: they have no source file in the module.
final class RoomRules {
    private final String rootPackage;
    private final Path sources;

    RoomRules(String rootPackage, Path module) {
        this.rootPackage = rootPackage;
        this.sources = module.resolve("src/main/java");
    }

    List<String> violations(JavaClasses classes) {
        List<String> violations = new ArrayList<>();
        List<JavaClass> own = classes.stream().filter(this::isWrittenHere).toList();
        Map<String, List<String>> doors = own.stream()
                .filter(RoomRules::isDoor)
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
        doors.forEach((room, names) -> {
            if (names.size() > 1) {
                violations.add("the room " + room + " has more than one door: " + names);
            }
        });
        own.stream().flatMap(type -> broken(type).stream()).forEach(violations::add);
        return violations;
    }

    private boolean isWrittenHere(JavaClass type) {
        return type.isTopLevelClass()
                && type.getPackageName().startsWith(rootPackage)
                && !type.getSimpleName().equals("package-info")
                && Files.exists(sources.resolve(type.getFullName().replace('.', '/') + ".java"));
    }

    private static boolean isDoor(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && isPlainClass(type);
    }

    private static boolean isPlainClass(JavaClass type) {
        return !type.isRecord()
                && !type.isEnum()
                && !type.isInterface()
                && !type.isAnnotation()
                && !type.isAssignableTo(Throwable.class);
    }

    private static List<String> broken(JavaClass type) {
        List<String> broken = new ArrayList<>();
        boolean open = !type.getModifiers().contains(JavaModifier.FINAL)
                && !type.getModifiers().contains(JavaModifier.ABSTRACT);
        if (isPlainClass(type) && open) {
            broken.add(type.getName() + " is not final");
        }
        type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .forEach(field -> broken.add(field.getFullName() + " is a mutable static"));
        bannedSuffix(type.getSimpleName())
                .ifPresent(suffix -> broken.add(type.getName() + " ends in " + suffix + ": name it for what it does"));
        return broken;
    }

    private static Optional<String> bannedSuffix(String name) {
        return List.of("Impl", "Util", "Utils", "Helper", "Manager", "Base", "Abstract", "DTO", "VO", "Constants")
                .stream()
                .filter(suffix -> name.endsWith(suffix) || (suffix.equals("Abstract") && name.startsWith(suffix)))
                .findFirst();
    }
}
