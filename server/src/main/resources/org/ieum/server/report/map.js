/**
 * The map. Roads and stops are drawn once into a picture larger than the window; moving and zooming
 * first move that picture, and a sharp one follows when there is time, so that the map stays smooth
 * however many roads there are. Roads are kept as paths by class and cell, and only cells in sight
 * are drawn.
 */

const CELLS = 12; // cells along each side of the plane
const MARGIN = 0.3; // how much larger the picture is than the window, on each side
const TRAIL_SECONDS = 240;
const ROUND_METRES = [1, 10, 100, 1000, 10000, 100000].flatMap((m) => [m, 2 * m, 5 * m]);

function roadCells(roads) {
  const cells = new Map();
  for (const road of roads) {
    let [north, east] = [road[0], road[1]];
    let [x, y] = [PLANE.x(east), PLANE.y(north)];
    const column = Math.min(CELLS - 1, Math.floor((x / PLANE.width) * CELLS));
    const row = Math.min(CELLS - 1, Math.floor((y / PLANE.height) * CELLS));
    const key = row * CELLS + column;
    if (!cells.has(key)) cells.set(key, { path: new Path2D(), left: x, right: x, top: y, bottom: y });
    const cell = cells.get(key);
    for (let i = 0; i < road.length; i += 2) {
      if (i > 0) {
        north += road[i];
        east += road[i + 1];
        [x, y] = [PLANE.x(east), PLANE.y(north)];
      }
      if (i === 0) cell.path.moveTo(x, y);
      else cell.path.lineTo(x, y);
      cell.left = Math.min(cell.left, x);
      cell.right = Math.max(cell.right, x);
      cell.top = Math.min(cell.top, y);
      cell.bottom = Math.max(cell.bottom, y);
    }
  }
  return [...cells.values()];
}

class MapView {
  constructor(fleet) {
    this.fleet = fleet;
    this.canvas = byId('map-canvas');
    this.context = this.canvas.getContext('2d');
    this.picture = document.createElement('canvas');
    this.camera = new Camera();
    this.time = DATA.start;
    this.roads = {
      path: roadCells(DATA.roads.path),
      minor: roadCells(DATA.roads.minor),
      main: roadCells(DATA.roads.main),
    };
    this.stops = DATA.stops.map(([north, east, boardings, alightings, name]) => ({
      x: PLANE.x(east), y: PLANE.y(north), boardings, alightings, name,
    }));
    // The busiest last, so that it is drawn on top, and named first.
    this.stops.sort((a, b) => a.boardings + a.alightings - b.boardings - b.alightings);
    this.busiest = Math.max(1, ...this.stops.map((stop) => stop.boardings + stop.alightings));
    this.frame = 0;
    this.resize();
    new ResizeObserver(() => this.resize()).observe(this.canvas.parentElement);
    DARK.addEventListener('change', () => {
      this.drawn = undefined;
      this.paint();
    });
  }

  get isEmpty() {
    return this.stops.length === 0 && this.fleet.vehicles.every((v) => v.times.length === 0)
      && Object.values(this.roads).every((cells) => cells.length === 0);
  }

  resize() {
    const box = this.canvas.parentElement;
    const ratio = Math.min(window.devicePixelRatio || 1, 2.5);
    const { clientWidth: width, clientHeight: height } = box;
    const { viewWidth, viewHeight } = this.camera;
    if (width === viewWidth && height === viewHeight && ratio === this.ratio) return;
    this.ratio = ratio;
    this.camera.resize(width, height);
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.drawn = undefined;
    this.paint();
  }

  show(time) {
    this.time = time;
    this.repaint();
  }

  repaint() {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.paint());
  }

  paint() {
    this.frame = 0;
    this.colour = readColours();
    const now = this.camera;
    const was = this.drawn;
    const stale = !was || was.scale !== now.scale || this.picturePast();
    // A picture that is quick to draw is drawn at once, a slow one when the hand rests.
    if (!was || (stale && this.cost < 12)) this.drawPicture();
    else if (stale) {
      clearTimeout(this.later);
      this.later = setTimeout(() => {
        this.drawPicture();
        this.repaint();
      }, 120);
    }
    this.paintPicture();
    this.paintVehicles();
    this.paintScale();
  }

  /** Whether the window shows something beyond the picture's margin. */
  picturePast() {
    const { camera, drawn } = this;
    const dx = Math.abs(camera.x - drawn.x) * camera.scale;
    const dy = Math.abs(camera.y - drawn.y) * camera.scale;
    return dx > camera.viewWidth * MARGIN || dy > camera.viewHeight * MARGIN;
  }

  drawPicture() {
    const started = performance.now();
    const { camera, picture, ratio } = this;
    const width = camera.viewWidth * (1 + 2 * MARGIN);
    const height = camera.viewHeight * (1 + 2 * MARGIN);
    picture.width = Math.round(width * ratio);
    picture.height = Math.round(height * ratio);
    this.drawn = { x: camera.x, y: camera.y, scale: camera.scale, width, height };
    const context = picture.getContext('2d');
    const reach = { x: width / 2 / camera.scale, y: height / 2 / camera.scale };
    const seen = (cell) =>
      cell.right >= camera.x - reach.x && cell.left <= camera.x + reach.x &&
      cell.bottom >= camera.y - reach.y && cell.top <= camera.y + reach.y;
    const zoom = camera.scale * ratio;
    const left = (width / 2) * ratio - camera.x * zoom;
    const top = (height / 2) * ratio - camera.y * zoom;
    context.setTransform(zoom, 0, 0, zoom, left, top);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    const near = camera.metresPerPixel;
    const pixels = {
      path: near < 7 ? Math.min(1.6, Math.max(0.6, 2.5 / near)) : 0,
      minor: Math.min(7, Math.max(0.7, 7 / near)),
      main: Math.min(9, Math.max(1.5, 13 / near)),
    };
    for (const kind of ['path', 'minor', 'main']) {
      if (!pixels[kind]) continue;
      context.strokeStyle = this.colour('road-' + kind);
      context.lineWidth = pixels[kind] / camera.scale;
      for (const cell of this.roads[kind]) if (seen(cell)) context.stroke(cell.path);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const place = (stop) => [
      (stop.x - camera.x) * camera.scale + width / 2,
      (stop.y - camera.y) * camera.scale + height / 2,
    ];
    this.drawStops(context, place);
    if (near < 2.2) this.nameStops(context, place, width, height);
    this.cost = performance.now() - started;
  }

  /** Radius in pixels: the area of the circle grows with the riders. */
  stopRadius(stop) {
    const nearness = Math.min(2.2, Math.max(0.8, Math.pow(9 / this.camera.metresPerPixel, 0.4)));
    return (1.3 + 8 * Math.sqrt((stop.boardings + stop.alightings) / this.busiest)) * nearness;
  }

  drawStops(context, place) {
    context.fillStyle = this.colour('stop');
    context.strokeStyle = this.colour('stop-ring');
    context.lineWidth = 1;
    for (const stop of this.stops) {
      const [x, y] = place(stop);
      context.globalAlpha = stop.boardings + stop.alightings > 0 ? 0.62 : 0.4;
      context.beginPath();
      context.arc(x, y, this.stopRadius(stop), 0, 2 * Math.PI);
      context.fill();
      context.globalAlpha = 0.8;
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  /** Names beside stops, the busiest first, as long as they do not cover another name. */
  nameStops(context, place, width, height) {
    context.font = '12px system-ui, sans-serif';
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.strokeStyle = this.colour('label-halo');
    context.fillStyle = this.colour('label');
    const taken = [];
    for (let i = this.stops.length - 1; i >= 0 && taken.length < 150; i--) {
      const [x, y] = place(this.stops[i]);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const left = x + this.stopRadius(this.stops[i]) + 4;
      const box = [left, y - 8, left + context.measureText(this.stops[i].name).width, y + 8];
      if (taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) continue;
      taken.push(box);
      context.strokeText(this.stops[i].name, left, y);
      context.fillText(this.stops[i].name, left, y);
    }
  }

  paintPicture() {
    const { context, camera, drawn, ratio } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.colour('ground');
    context.fillRect(0, 0, camera.viewWidth, camera.viewHeight);
    const grown = camera.scale / drawn.scale;
    const left = camera.screenX(drawn.x) - (drawn.width / 2) * grown;
    const top = camera.screenY(drawn.y) - (drawn.height / 2) * grown;
    context.drawImage(this.picture, left, top, drawn.width * grown, drawn.height * grown);
  }

  paintVehicles() {
    const { context, camera } = this;
    const size = Math.min(13, Math.max(7.5, 9 * Math.pow(6 / camera.metresPerPixel, 0.2)));
    this.seen = [];
    for (const vehicle of this.fleet.vehicles) {
      const at = vehicle.at(this.time);
      if (at) this.seen.push({ vehicle, at, aboard: vehicle.aboard(this.time) });
    }
    // Full vehicles on top of empty ones.
    this.seen.sort((a, b) => a.aboard - b.aboard);
    for (const { vehicle, at, aboard } of this.seen) {
      this.paintTrail(vehicle, at, this.fleet.band(aboard), size);
    }
    context.font = `650 ${Math.round(size * 1.2)}px system-ui, sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const { at, aboard } of this.seen) this.paintVehicle(at, aboard, size);
  }

  paintTrail(vehicle, at, band, size) {
    const { context, camera } = this;
    context.beginPath();
    context.moveTo(camera.screenX(at.x), camera.screenY(at.y));
    for (let i = at.index; i >= 0 && vehicle.times[i] > this.time - TRAIL_SECONDS; i--) {
      context.lineTo(camera.screenX(vehicle.xs[i]), camera.screenY(vehicle.ys[i]));
    }
    context.strokeStyle = this.colour('load-' + band);
    context.globalAlpha = 0.55;
    context.lineWidth = size * 0.42;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke();
    context.globalAlpha = 1;
  }

  paintVehicle(at, aboard, size) {
    const { context, camera } = this;
    const [x, y, band] = [camera.screenX(at.x), camera.screenY(at.y), this.fleet.band(aboard)];
    context.save();
    context.translate(x, y);
    context.rotate(at.heading);
    context.beginPath();
    context.arc(0, 0, size, 0, 2 * Math.PI);
    if (at.moving) {
      context.moveTo(size * 0.72, -size * 0.72);
      context.lineTo(size * 1.55, 0);
      context.lineTo(size * 0.72, size * 0.72);
    }
    context.strokeStyle = this.colour('stop-ring');
    context.lineWidth = 3;
    context.stroke();
    context.fillStyle = this.colour('load-' + band);
    context.fill();
    context.restore();
    if (aboard > 0) {
      context.fillStyle = this.colour(`load-${band}-ink`);
      context.fillText(String(aboard), x, y + 0.5);
    }
  }

  paintScale() {
    const metres = this.camera.metresPerPixel;
    const bar = ROUND_METRES.filter((length) => length / metres < 110).pop() || ROUND_METRES[0];
    byId('scale-text').textContent = bar < 1000 ? bar + ' m' : bar / 1000 + ' km';
    byId('scale-bar').style.width = Math.round(bar / metres) + 'px';
  }

  /** What is at a pixel: the vehicle or else the stop nearest to it, within reach of the pointer. */
  find(px, py, reach) {
    const { camera } = this;
    const distance = (thing) =>
      Math.hypot(camera.screenX(thing.x) - px, camera.screenY(thing.y) - py);
    let best;
    for (const seen of this.seen) {
      const far = distance(seen.at);
      if (far < 11 + reach && (!best || far < best.far)) {
        best = { far, x: seen.at.x, y: seen.at.y, seen };
      }
    }
    if (best) return best;
    for (const stop of this.stops) {
      const far = distance(stop) - this.stopRadius(stop);
      if (far < reach && (!best || far < best.far)) {
        best = { far, x: stop.x, y: stop.y, stop };
      }
    }
    return best;
  }
}
