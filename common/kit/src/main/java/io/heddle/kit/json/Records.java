package io.heddle.kit.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/// Makes records through a method handle that is bent into shape once. Jackson bends it anew for each record that it
/// makes, which costs more than all else of reading a short answer.
final class Records extends JacksonModule {
    @Override
    public String getModuleName() {
        return "heddle-records";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addValueInstantiators(new Makers());
    }

    private static final class Makers extends ValueInstantiators.Base {
        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
            boolean made = type.isRecordType()
                    && usual.getWithArgsCreator() != null
                    && usual.getWithArgsCreator().getAnnotated() instanceof Constructor<?>;
            return made && usual instanceof StdValueInstantiator standard ? new Maker(standard) : usual;
        }
    }

    /// Jackson's own but for the call of the constructor.
    @SuppressWarnings("serial") // never serialised, as its mapper is not
    private static final class Maker extends StdValueInstantiator {
        private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

        private transient volatile @Nullable MethodHandle constructor;

        Maker(StdValueInstantiator usual) {
            super(usual);
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] values) {
            try {
                return (Object) constructor().invokeExact(values);
            } catch (Exception e) {
                return context.handleInstantiationProblem(_valueClass, values, rewrapCtorProblem(context, e));
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("a constructor threw what is neither exception nor error", e);
            }
        }

        /// Bent when it is first needed: by then Jackson has made the constructor accessible.
        private MethodHandle constructor() throws IllegalAccessException {
            MethodHandle known = constructor;
            if (known == null) {
                Constructor<?> own = (Constructor<?>) _withArgsCreator.getAnnotated();
                known = MethodHandles.lookup()
                        .unreflectConstructor(own)
                        .asFixedArity()
                        .asSpreader(Object[].class, own.getParameterCount())
                        .asType(SPREAD);
                constructor = known;
            }
            return known;
        }
    }
}
