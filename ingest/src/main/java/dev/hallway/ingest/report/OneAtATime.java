// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets a listener that knows nothing of threads be told by several of them. */
public final class OneAtATime {

    private OneAtATime() {}

    /**
     * A listener that passes everything on, one call after the other.
     *
     * <p>A proxy, because a class written by hand would swallow every event that is added to the interface later.
     */
    public static IngestListener of(IngestListener listener) {
        Object lock = new Object();
        return (IngestListener) Proxy.newProxyInstance(
                IngestListener.class.getClassLoader(),
                new Class<?>[] {IngestListener.class},
                (proxy, method, values) -> {
                    synchronized (lock) {
                        try {
                            return method.invoke(listener, values);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause() == null ? thrown : thrown.getCause();
                        }
                    }
                });
    }
}
