/// The first class that runs in a service's jar, compiled for Java 8 so that any Java can load it: it hands over to the
/// service on Java 25, and on an older one starts again on a JDK 25 that it finds, or says what to install.
/// The door is Start. Stands on Java 8 alone, so it cannot even be marked for the null checker.
package io.heddle.start;
