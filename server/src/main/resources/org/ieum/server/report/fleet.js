/** Where each vehicle is and how many ride in it at any second. */

/** Index of the last element that is not above the value, -1 when all are. */
function lastAtOrBefore(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

class Vehicle {
  constructor({ id, seats, track, loads }) {
    this.id = id;
    this.seats = seats;
    const size = track.length / 3;
    // Element i of each belongs to the i-th point of the track.
    this.times = new Float64Array(size);
    this.xs = new Float64Array(size);
    this.ys = new Float64Array(size);
    let [time, north, east] = [0, 0, 0];
    for (let i = 0; i < size; i++) {
      time += track[3 * i];
      north += track[3 * i + 1];
      east += track[3 * i + 2];
      this.times[i] = time;
      this.xs[i] = PLANE.x(east);
      this.ys[i] = PLANE.y(north);
    }
    // Element i of each belongs to the i-th change of load.
    this.loadTimes = [];
    this.loads = [];
    let changed = 0;
    for (let i = 0; i < loads.length; i += 2) {
      changed += loads[i];
      this.loadTimes.push(changed);
      this.loads.push(loads[i + 1]);
    }
  }

  aboard(time) {
    const i = lastAtOrBefore(this.loadTimes, time);
    return i < 0 ? 0 : this.loads[i];
  }

  /** Place, heading in radians, and whether it moves; nothing when it is not on the road. */
  at(time) {
    const size = this.times.length;
    if (size === 0 || time < this.times[0] || time > this.times[size - 1]) return undefined;
    const i = Math.min(lastAtOrBefore(this.times, time), size - 1);
    const next = Math.min(i + 1, size - 1);
    const span = this.times[next] - this.times[i];
    const share = span > 0 ? (time - this.times[i]) / span : 0;
    const dx = this.xs[next] - this.xs[i];
    const dy = this.ys[next] - this.ys[i];
    return {
      index: i,
      x: this.xs[i] + share * dx,
      y: this.ys[i] + share * dy,
      heading: Math.atan2(dy, dx),
      moving: dx !== 0 || dy !== 0,
    };
  }
}

class Fleet {
  constructor() {
    this.vehicles = DATA.vehicles.map((vehicle) => new Vehicle(vehicle));
    this.riders = this.ridersOverDay();
  }

  /** The class of colour for riders aboard. */
  band(riders) {
    let band = 0;
    while (band + 1 < DATA.bands.length && DATA.bands[band + 1][0] <= riders) band++;
    return band;
  }

  /** [second, riders aboard all vehicles] at each change. */
  ridersOverDay() {
    const changes = [];
    for (const vehicle of this.vehicles) {
      vehicle.loads.forEach((load, i) => {
        changes.push([vehicle.loadTimes[i], load - (i ? vehicle.loads[i - 1] : 0)]);
      });
    }
    changes.sort((a, b) => a[0] - b[0]);
    let riders = 0;
    return changes.map(([time, change]) => [time, (riders += change)]);
  }

  /** The moment with the most riders aboard, else the middle of the day. */
  busiest() {
    let best = [Math.round((DATA.start + DATA.end) / 2), 0];
    for (const moment of this.riders) if (moment[1] > best[1]) best = moment;
    return { time: best[0], riders: best[1] };
  }
}
