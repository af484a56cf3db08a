package org.ieum.server.journal;

import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.ieum.progress.InputException;

/** Brings the tables of a database up to date. */
final class Migrations {
  /** All that this program knows. */
  static final String LATEST = "latest";

  private Migrations() {}

  /**
   * Brings tables to what this program works with.
   *
   * @throws InputException when the database is from a newer version or holds something else
   */
  static void apply(Database database) {
    apply(database, LATEST);
  }

  /**
   * Brings tables to an earlier state, from which they can go on later.
   *
   * @param version of the last migration that is carried out
   * @throws InputException when this program does not know it
   */
  static void apply(Database database, String version) {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(database.pool())
              .locations("classpath:db/migration")
              .target(version)
              .load();
      for (MigrationInfo applied : flyway.info().applied()) {
        if (applied.getState().isApplied() && !applied.getState().isResolved()) {
          throw new InputException(
              "journal: "
                  + database.name()
                  + " is from a newer version of Ieum: this one does not know its migration "
                  + applied.getVersion()
                  + " \""
                  + applied.getDescription()
                  + "\"");
        }
      }
      if (!version.equals(LATEST)
          && Stream.of(flyway.info().all())
              .noneMatch(known -> known.getVersion().getVersion().equals(version))) {
        throw new InputException("journal: there is no migration " + version + " in this version");
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw new InputException(
          "journal: cannot set up the tables of " + database.name() + ": " + firstLine(e));
    }
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
  }
}
