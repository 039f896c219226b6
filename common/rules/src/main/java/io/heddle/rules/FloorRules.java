package io.heddle.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Imports go down a floor, never up or across, and never in a circle.
final class FloorRules {
    private final String rootPackage;
    private final Map<String, Integer> floorOf = new HashMap<>();

    FloorRules(String rootPackage, List<List<String>> floors) {
        this.rootPackage = rootPackage;
        for (int floor = 0; floor < floors.size(); floor++) {
            for (String room : floors.get(floor)) {
                floorOf.put(room, floor);
            }
        }
    }

    List<String> violations(JavaClasses classes) {
        List<String> violations = new ArrayList<>();
        var circles = SlicesRuleDefinition.slices()
                .matching("(" + rootPackage + "..)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes);
        violations.addAll(circles.getFailureReport().getDetails());
        if (!floorOf.isEmpty()) {
            for (JavaClass each : classes) {
                each.getDirectDependenciesFromSelf().forEach(dependency -> check(dependency, violations));
            }
        }
        return violations;
    }

    private void check(Dependency dependency, List<String> violations) {
        String from = room(dependency.getOriginClass());
        String to = room(dependency.getTargetClass());
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return;
        }
        Integer above = floorOf.get(from);
        Integer below = floorOf.get(to);
        if (above == null || below == null) {
            violations.add("the room " + (above == null ? from : to) + " stands on no floor");
        } else if (above <= below) {
            violations.add(from + " (floor " + above + ") must not use " + to + " (floor " + below + "): "
                    + dependency.getDescription());
        }
    }

    /// The first name below the root package, empty for what is outside.
    private String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(rootPackage + '.')) {
            return "";
        }
        String inner = name.substring(rootPackage.length() + 1);
        int dot = inner.indexOf('.');
        return dot < 0 ? inner : inner.substring(0, dot);
    }
}
