package io.heddle.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Looks at each method of a source: how long it is, how many parameters it has, how deep it nests.
final class MethodScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final int MAX_METHOD_LINES = 40;
    private static final int MAX_PARAMETERS = 4;
    private static final int MAX_NESTING = 4;

    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final String file;
    private final List<String> violations;
    private int depth;
    private boolean inRecord;

    MethodScanner(JavacTask task, CompilationUnitTree unit, String file, List<String> violations) {
        this.positions = Trees.instance(task).getSourcePositions();
        this.unit = unit;
        this.file = file;
        this.violations = violations;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        boolean outer = inRecord;
        inRecord = type.getKind() == Tree.Kind.RECORD;
        super.visitClass(type, unused);
        inRecord = outer;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        long lines = line(positions.getEndPosition(unit, method)) - line(positions.getStartPosition(unit, method)) + 1;
        String name = file + ' ' + method.getName();
        if (lines > MAX_METHOD_LINES) {
            violations.add(name + " has " + lines + " lines, more than " + MAX_METHOD_LINES);
        }
        if (method.getParameters().size() > MAX_PARAMETERS && !isExcepted(method)) {
            violations.add(name + " has " + method.getParameters().size() + " parameters, more than " + MAX_PARAMETERS);
        }
        int outer = depth;
        depth = 0;
        super.visitMethod(method, unused);
        depth = outer;
        return null;
    }

    /// A constructor that only the class itself calls is wiring, which a record would not make clearer. That of a
    /// record, and what copies one inside it, have its components; what overrides has what it overrides.
    private boolean isExcepted(MethodTree method) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        boolean wiring = method.getReturnType() == null
                && (inRecord || !method.getModifiers().getFlags().contains(Modifier.PUBLIC));
        boolean copying = inRecord && method.getModifiers().getFlags().contains(Modifier.PRIVATE);
        return overrides || wiring || copying;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree block, @Nullable Void unused) {
        depth++;
        if (depth == MAX_NESTING + 1) {
            violations.add(file + ':' + line(positions.getStartPosition(unit, block)) + " nests deeper than 3 levels");
        }
        super.visitBlock(block, unused);
        depth--;
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
        int outer = depth;
        depth = lambda.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT ? 0 : depth;
        super.visitLambdaExpression(lambda, unused);
        depth = outer;
        return null;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        return tree == null ? null : super.scan(tree, unused);
    }

    private long line(long position) {
        return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }
}
