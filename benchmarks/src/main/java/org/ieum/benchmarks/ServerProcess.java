package org.ieum.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ieum.progress.InputException;
import org.ieum.server.Main;

/**
 * {@code ieum serve} as a process of its own, as an operator would run it: an area in a YAML file,
 * a data folder, real keys.
 */
final class ServerProcess implements AutoCloseable {
  static final String AREA = "city";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final InetSocketAddress address;
  private final Path log;
  private String key = "";

  private ServerProcess(Process process, InetSocketAddress address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  /**
   * What the server runs on; the same again starts it on what it knew before.
   *
   * @param folder for its data
   * @param vehicles of its fleet
   * @param db where its journal is, "" for a file in the folder
   * @param environment further variables
   * @param javaOptions of its virtual machine
   * @param options of the server beside those that say what it runs on
   */
  record Setup(
      Path folder,
      int vehicles,
      String db,
      Map<String, String> environment,
      List<String> javaOptions,
      List<String> options) {
    Setup {
      environment = Map.copyOf(environment);
      javaOptions = List.copyOf(javaOptions);
      options = List.copyOf(options);
    }

    Setup(
        Path folder,
        int vehicles,
        String db,
        Map<String, String> environment,
        List<String> javaOptions) {
      this(folder, vehicles, db, environment, javaOptions, List.of());
    }

    Path keyFile() {
      return folder.resolve("data").resolve("admin.key");
    }
  }

  /**
   * Starts a server and waits until it takes requests.
   *
   * @throws InputException when it does not
   */
  static ServerProcess start(Setup setup) throws IOException, InterruptedException {
    return start(setup, List.of());
  }

  /**
   * The same with words before the command that starts it, such as those of a tracer.
   *
   * @throws InputException when it does not start
   */
  static ServerProcess start(Setup setup, List<String> launcher)
      throws IOException, InterruptedException {
    Path config = setup.folder().resolve(AREA + ".yaml");
    Files.writeString(
        config,
        "id: "
            + AREA
            + "\nname: Embedded area\ntime_zone: Europe/Stockholm\nmap: embedded\nfleet:\n"
            + "  vehicles: "
            + setup.vehicles()
            + "\n  seating: \"16/0;12/1\"\n");
    int port = freePort();
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(setup.javaOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("serve");
    command.addAll(List.of("--config", config.toString()));
    command.addAll(List.of("--data", setup.folder().resolve("data").toString()));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(setup.options());
    if (!setup.db().isEmpty()) {
      command.addAll(List.of("--db", setup.db()));
    }
    Path log = setup.folder().resolve("server.log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(setup.environment());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ServerProcess server = new ServerProcess(builder.start(), address, log);
    try {
      server.awaitReady();
      server.key = Files.readString(setup.keyFile()).strip();
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.kill();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    URI ready = base().resolve("/health/ready");
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
        connection.setConnectTimeout(1000);
        connection.setReadTimeout(2000);
        if (connection.getResponseCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      }
      Thread.sleep(20);
    }
    throw new InputException("the server did not become ready; its output:\n" + lastOutput());
  }

  /** The last of what it printed. */
  String lastOutput() throws IOException {
    String text = Files.readString(log, StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.length() - 4000));
  }

  URI base() {
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  InetSocketAddress address() {
    return address;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Of the administrator. */
  String key() {
    return key;
  }

  /** Processor time used so far, s. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** Heap in use after full collections, MB. */
  double heapMegabytes() throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      jcmd("GC.run");
    }
    Matcher matcher = HEAP.matcher(jcmd("GC.heap_info"));
    if (!matcher.find()) {
      throw new IOException("jcmd tells no heap");
    }
    return Long.parseLong(matcher.group(1)) / 1e3;
  }

  /** Memory of all kinds that the system counts to it, MB; NaN where the system does not tell. */
  double residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    Matcher matcher = RESIDENT.matcher(Files.readString(status));
    return matcher.find() ? Long.parseLong(matcher.group(1)) / 1e3 : Double.NaN;
  }

  private String jcmd(String what) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                what)
            .redirectErrorStream(true)
            .start();
    String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return text;
  }

  /** Ends it at once, as a power cut would; nothing of it runs any more afterwards. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Lets it end cleanly; returns whether it did. */
  boolean stop() throws InterruptedException {
    process.destroy();
    if (process.waitFor(30, TimeUnit.SECONDS)) {
      return true;
    }
    kill();
    return false;
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
