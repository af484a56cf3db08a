/**
 * The plane of the map and the window onto it. The plane has its origin in the north-west corner,
 * x to the east and y to the south, in steps of 1e-5 degrees of latitude (about 1.1 m).
 */

const METRES_PER_STEP = 1.11195;

/** From the steps of the data (north, east of the south-west corner) to the plane. */
const PLANE = (() => {
  const [south, west, north, east] = DATA.bounds;
  const squeeze = Math.cos((((south + north) / 2) * 1e-5 * Math.PI) / 180);
  return {
    width: Math.max(1, (east - west) * squeeze),
    height: Math.max(1, north - south),
    x: (eastSteps) => eastSteps * squeeze,
    y: (northSteps) => north - south - northSteps,
  };
})();

/** The part of the plane that is shown first: nearly all stops, or everything when there are few. */
const HOME = (() => {
  const whole = { left: 0, right: PLANE.width, top: 0, bottom: PLANE.height };
  const count = DATA.stops.length;
  if (count < 2) return whole;
  const range = (values) => {
    values.sort((a, b) => a - b);
    const spare = Math.floor(count * 0.01);
    return [values[spare], values[count - 1 - spare]];
  };
  const [left, right] = range(DATA.stops.map(([, east]) => PLANE.x(east)));
  const [top, bottom] = range(DATA.stops.map(([north]) => PLANE.y(north)));
  return right - left > 10 || bottom - top > 10 ? { left, right, top, bottom } : whole;
})();

const NEAREST = 4; // pixels per step: 1 m is about 4 pixels

class Camera {
  constructor() {
    this.x = 0;
    this.y = 0;
    this.scale = 1; // pixels per step
    this.viewWidth = 1;
    this.viewHeight = 1;
    this.atHome = true;
  }

  /** The scale at which a box of the plane fills the window. */
  scaleFor(width, height) {
    const pad = Math.min(30, this.viewWidth / 16);
    const wide = Math.max(50, this.viewWidth - 2 * pad) / Math.max(1, width);
    const high = Math.max(50, this.viewHeight - 2 * pad) / Math.max(1, height);
    return Math.min(wide, high, NEAREST);
  }

  /** The scale at which all of the plane is seen. */
  get least() {
    return this.scaleFor(PLANE.width, PLANE.height);
  }

  get metresPerPixel() {
    return METRES_PER_STEP / this.scale;
  }

  resize(width, height) {
    this.viewWidth = width;
    this.viewHeight = height;
    if (this.atHome) this.goHome();
    else this.clamp();
  }

  goHome() {
    this.scale = this.scaleFor(HOME.right - HOME.left, HOME.bottom - HOME.top);
    this.x = (HOME.left + HOME.right) / 2;
    this.y = (HOME.top + HOME.bottom) / 2;
    this.atHome = true;
  }

  screenX(x) {
    return (x - this.x) * this.scale + this.viewWidth / 2;
  }

  screenY(y) {
    return (y - this.y) * this.scale + this.viewHeight / 2;
  }

  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    this.atHome = false;
    this.clamp();
  }

  /** Zooms so that the place under the pixel stays there; says whether anything changed. */
  zoom(factor, px, py) {
    const before = this.scale;
    const x = this.x + (px - this.viewWidth / 2) / before;
    const y = this.y + (py - this.viewHeight / 2) / before;
    this.scale = Math.min(Math.max(before * factor, this.least), NEAREST);
    this.atHome = false;
    this.x = x - (px - this.viewWidth / 2) / this.scale;
    this.y = y - (py - this.viewHeight / 2) / this.scale;
    this.clamp();
    return this.scale !== before;
  }

  /** Keeps the window on the plane; a plane that is smaller than the window stays in its middle. */
  clamp() {
    this.scale = Math.max(this.scale, this.least);
    this.x = Camera.inside(this.x, PLANE.width, this.viewWidth / this.scale);
    this.y = Camera.inside(this.y, PLANE.height, this.viewHeight / this.scale);
  }

  static inside(centre, size, window) {
    const margin = window * 0.15;
    if (size + 2 * margin <= window) return size / 2;
    return Math.min(Math.max(centre, window / 2 - margin), size - window / 2 + margin);
  }
}
