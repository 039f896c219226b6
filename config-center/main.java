import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;

/** What `jbang run config-center` runs in the root of the project, where this folder goes before the alias. */
class main {
    public static void main(String[] arguments) throws Exception {
        File jar = new File("config-center/target/config-center.jar");
        if (!jar.isFile()) {
            System.err.println("There is no " + jar + " here; in the root of the project: ./heddle build");
            System.exit(1);
        }
        ClassLoader loader = new URLClassLoader(new URL[] {jar.toURI().toURL()});
        Thread.currentThread().setContextClassLoader(loader);
        System.setProperty("java.class.path", jar.getPath());
        loader.loadClass("io.heddle.start.Start").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }
}
