package org.ieum.osmdata.clip;

import org.openstreetmap.osmosis.areafilter.v0_6.AreaFilter;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.filter.common.IdTrackerType;

/**
 * Third in the chain, left out when there is no area: keeps nodes inside, ways with at least one
 * such node (whole, with their nodes outside), and relations with at least one such member.
 */
final class AreaCut extends AreaFilter {
  private final AreaOutline area;

  AreaCut(AreaOutline area) {
    super(IdTrackerType.Dynamic, false, true, false, false);
    this.area = area;
  }

  @Override
  protected boolean isNodeWithinArea(Node node) {
    return area.contains(node.getLatitude(), node.getLongitude());
  }
}
