package org.ieum.simulation;

import org.ieum.traveltime.DrivePath;

/**
 * A drive from one stop to the next, or to where the vehicle was diverted.
 *
 * @param departure when it began, ms since the epoch
 * @param arrival when it ended; before the end of the path if the vehicle was diverted
 * @param path the path that it followed
 * @param aboard people in the vehicle
 * @param metres how far it went
 * @param isCutOff whether no open road led there, so that it was driven as on usual roads
 */
public record DrivenLeg(
    int departure, int arrival, DrivePath path, int aboard, double metres, boolean isCutOff) {}
