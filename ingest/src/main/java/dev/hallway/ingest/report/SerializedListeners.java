// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/** Lets several threads notify listeners that know nothing of threads, nor of each other. */
public final class SerializedListeners {

    private SerializedListeners() {}

    /**
     * A listener that passes everything on to all, in their order, one call after the other.
     *
     * <p>A proxy, because a class written by hand would swallow every event that is added to the interface later.
     */
    public static IngestListener of(IngestListener... listeners) {
        List<IngestListener> all = List.of(listeners);
        Object lock = new Object();
        return (IngestListener) Proxy.newProxyInstance(
                IngestListener.class.getClassLoader(),
                new Class<?>[] {IngestListener.class},
                (proxy, event, values) -> {
                    synchronized (lock) {
                        Object answer = null;
                        for (IngestListener listener : all) {
                            answer = notify(listener, event, values);
                        }
                        return answer;
                    }
                });
    }

    private static Object notify(IngestListener listener, Method event, Object[] values) throws Throwable {
        try {
            return event.invoke(listener, values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
