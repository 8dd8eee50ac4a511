// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record component by component, in their order, so that rows need no code of their own.
 *
 * <p>A component is a number, a flag, a text, a moment, a symbol of an enum, a list, a record, or a generated class of the
 * contracts. Only one that is marked {@link Nullable} may be absent. A change of components or symbols takes a new
 * application id.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> implements Codec<T> {

    private static final Map<Class<?>, Codec<?>> SIMPLE = Map.of(
            int.class, Fields.INT,
            long.class, Fields.NUMBER,
            Long.class, Fields.NUMBER,
            boolean.class, Fields.FLAG,
            String.class, Fields.TEXT,
            Instant.class, Fields.INSTANT);

    private final Class<T> type;
    private final MethodHandle constructor;
    private final Component[] components;

    private RecordCodec(Class<T> type, Map<Class<?>, Codec<?>> others) {
        this.type = type;
        RecordComponent[] declared = type.getRecordComponents();
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            components = new Component[declared.length];
            for (int i = 0; i < declared.length; i++) {
                components[i] = component(declared[i], lookup, others);
            }
            Class<?>[] types =
                    Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, declared.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException("The record " + type.getName() + " cannot be used.", impossible);
        }
    }

    /** Writes records of one class. */
    public static <T extends Record> Codec<T> of(Class<T> type) {
        return new RecordCodec<>(type, Map.of());
    }

    /** Writes records of one class that have components of another, which is no record. */
    public static <T extends Record, O> Codec<T> of(Class<T> type, Class<O> other, Codec<O> codec) {
        return new RecordCodec<>(type, Map.of(other, codec));
    }

    @Override
    public void write(T row, Encoder out) throws IOException {
        for (Component component : components) {
            component.write(row, out);
        }
    }

    @Override
    public T read(Decoder in) throws IOException {
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].read(in);
        }
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable checked) {
            throw new IOException("A " + type.getSimpleName() + " cannot be made", checked);
        }
    }

    private static Component component(
            RecordComponent declared, MethodHandles.Lookup lookup, Map<Class<?>, Codec<?>> others)
            throws IllegalAccessException {
        MethodHandle accessor =
                lookup.unreflect(declared.getAccessor()).asType(MethodType.methodType(Object.class, Record.class));
        boolean mayBeAbsent = declared.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Component(accessor, mayBeAbsent, codec(declared.getGenericType(), others));
    }

    private static Codec<?> codec(Type type, Map<Class<?>, Codec<?>> others) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Fields.list(codec(list.getActualTypeArguments()[0], others));
        }
        if (type instanceof Class<?> plain) {
            Codec<?> simple = SIMPLE.getOrDefault(plain, others.get(plain));
            if (simple != null) {
                return simple;
            }
            if (plain.isEnum()) {
                return Fields.symbol((Enum<?>[]) plain.getEnumConstants());
            }
            if (plain.isRecord()) {
                return new RecordCodec<>(plain.asSubclass(Record.class), others);
            }
            if (SpecificRecord.class.isAssignableFrom(plain)) {
                return new AvroRows<>(plain.asSubclass(SpecificRecord.class));
            }
        }
        throw new IllegalArgumentException("A row cannot have a component of type " + type + ".");
    }

    private static final class Component {

        private final MethodHandle accessor;
        private final boolean mayBeAbsent;
        private final Codec<Object> codec;

        @SuppressWarnings("unchecked") // It was chosen by the type of the component.
        Component(MethodHandle accessor, boolean mayBeAbsent, Codec<?> codec) {
            this.accessor = accessor;
            this.mayBeAbsent = mayBeAbsent;
            this.codec = (Codec<Object>) codec;
        }

        void write(Record row, Encoder out) throws IOException {
            Object value = value(row);
            if (mayBeAbsent) {
                Fields.writeOptional(value, codec, out);
            } else {
                codec.write(value, out);
            }
        }

        @Nullable
        Object read(Decoder in) throws IOException {
            return mayBeAbsent ? Fields.readOptional(codec, in) : codec.read(in);
        }

        @SuppressWarnings("NullAway") // Only a component that may be absent is null.
        private Object value(Record row) throws IOException {
            try {
                return (Object) accessor.invokeExact(row);
            } catch (RuntimeException | Error refused) {
                throw refused;
            } catch (Throwable checked) {
                throw new IOException("A component cannot be read", checked);
            }
        }
    }
}
