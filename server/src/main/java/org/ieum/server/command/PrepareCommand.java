package org.ieum.server.command;

import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.PreparationOptions;
import org.ieum.osmdata.PreparationReport;
import org.ieum.server.config.StopWarnings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a service area of an OpenStreetMap extract. */
@Command(
    name = "prepare",
    description =
        "Clips an OpenStreetMap extract to a service area, keeps what routing needs, and places"
            + " stop points.")
final class PrepareCommand extends BaseCommand {
  @Mixin private final ExtractOptions map = new ExtractOptions();
  @Mixin private final OutlineOptions outline = new OutlineOptions();
  @Mixin private final StopPlacementOptions stops = new StopPlacementOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Override
  CommandResult execute() {
    PreparationOptions options =
        new PreparationOptions(
            map.extract, outline.findOutline(), stops.toStopOptions(), output.folder);
    PreparationReport report = AreaPreparation.run(options);
    StopWarnings.log(output.folder);
    return new CommandResult() {
      @Override
      public String toText() {
        return report.toText() + System.lineSeparator() + "written to " + output.folder;
      }

      @Override
      public String toJson() {
        return report.toJson();
      }
    };
  }
}
