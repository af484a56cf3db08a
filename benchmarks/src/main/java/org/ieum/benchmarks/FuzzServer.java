package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.server.http.KeyFile;
import org.ieum.server.http.Role;

/** A server that is going to be sent hostile requests, and those who have a key to it. */
final class FuzzServer {
  private static final String FIRST_VEHICLE = "bus-01";

  private final ServerProcess.Setup setup;
  private final Map<String, String> keys = new TreeMap<>();

  /** Writes a key of each role. */
  FuzzServer(Path folder, int vehicles) throws IOException {
    setup =
        new ServerProcess.Setup(
            folder,
            vehicles,
            "",
            Map.of("IEUM_TOKEN_SECRET", FuzzActor.SECRET),
            List.of("-Xmx512m"),
            List.of("--rate-limit", "0", "--staff-rate-limit", "0", "--optimizer", "off"));
    StringBuilder file = new StringBuilder();
    for (String label : ApiOperation.ROLES) {
      Role role = Role.valueOf(label.toUpperCase(Locale.ROOT));
      String key = KeyFile.newKey();
      keys.put(label, key);
      String text = KeyFile.text(key, role, subject(label));
      file.append(file.isEmpty() ? text : text.substring(text.indexOf('\n') + 1));
    }
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("keys.csv"), file);
    Files.writeString(setup.keyFile(), keys.get("admin") + "\n");
  }

  private static String subject(String role) {
    return switch (role) {
      case "rider" -> FuzzWorld.RIDERS.get(0);
      case "driver" -> FIRST_VEHICLE;
      default -> "";
    };
  }

  ServerProcess start() throws IOException, InterruptedException {
    return ServerProcess.start(setup);
  }

  /** One with a key and one with a token for each role. */
  List<FuzzActor> actors(FuzzWorld world) {
    List<FuzzActor> actors = new ArrayList<>();
    keys.forEach((role, key) -> actors.add(new FuzzActor(role, subject(role), key)));
    for (String role : ApiOperation.ROLES) {
      String subject =
          role.equals("rider")
              ? FuzzWorld.RIDERS.get(1)
              : role.equals("driver") ? world.busiestVehicle() : "somebody";
      actors.add(FuzzActor.withToken(role, subject));
    }
    return actors;
  }
}
