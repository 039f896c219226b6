package io.heddle.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks one module: its sources under `src` and the classes of its main code.
public final class HouseRules {
    private final Path module;
    private final String rootPackage;
    private final List<List<String>> floors;

    private HouseRules(Path module, String rootPackage, List<List<String>> floors) {
        this.module = module;
        this.rootPackage = rootPackage;
        this.floors = floors;
    }

    /// The module in the working directory, as Maven runs its tests.
    ///
    /// @param rootPackage the package that all its rooms are in
    public static HouseRules of(String rootPackage) {
        return new HouseRules(Path.of("").toAbsolutePath(), rootPackage, List.of());
    }

    /// The module in another directory.
    public HouseRules in(Path directory) {
        return new HouseRules(directory, rootPackage, floors);
    }

    /// The same with floors, the lowest first: a room imports only from floors below its own, and from rooms inside
    /// itself.
    ///
    /// @param names the rooms of each floor, relative to the root package, each with the rooms inside it
    public HouseRules withFloors(List<List<String>> names) {
        return new HouseRules(module, rootPackage, names);
    }

    /// Everything that breaks a rule, one sentence each; empty when all is well.
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        Path main = module.resolve("src/main/java");
        violations.addAll(new SourceRules(main, SourceRules.MAX_MAIN_LINES).violations());
        violations.addAll(new SourceRules(module.resolve("src/test/java"), SourceRules.MAX_TEST_LINES).violations());
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        violations.addAll(new RoomRules(rootPackage, module).violations(classes));
        violations.addAll(new FloorRules(rootPackage, floors).violations(classes));
        return violations;
    }
}
