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

class Camera {
  constructor() {
    this.x = PLANE.width / 2;
    this.y = PLANE.height / 2;
    this.scale = 1; // pixels per step
    this.viewWidth = 1;
    this.viewHeight = 1;
  }

  /** The scale at which all of the plane is seen. */
  get fit() {
    const pad = 24;
    const wide = Math.max(50, this.viewWidth - 2 * pad) / PLANE.width;
    const high = Math.max(50, this.viewHeight - 2 * pad) / PLANE.height;
    return Math.min(wide, high, 4);
  }

  get metresPerPixel() {
    return METRES_PER_STEP / this.scale;
  }

  resize(width, height) {
    const whole = this.scale <= this.least * 1.001 || this.viewWidth === 1;
    this.viewWidth = width;
    this.viewHeight = height;
    if (whole) this.showAll();
    else this.clamp();
  }

  get least() {
    return this.fit;
  }

  showAll() {
    this.scale = this.fit;
    this.x = PLANE.width / 2;
    this.y = PLANE.height / 2;
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
    this.clamp();
  }

  /** Zooms so that the place under the pixel stays there; says whether anything changed. */
  zoom(factor, px, py) {
    const before = this.scale;
    const x = this.x + (px - this.viewWidth / 2) / before;
    const y = this.y + (py - this.viewHeight / 2) / before;
    this.scale = Math.min(Math.max(before * factor, this.least), Math.max(4, this.least));
    this.x = x - (px - this.viewWidth / 2) / this.scale;
    this.y = y - (py - this.viewHeight / 2) / this.scale;
    this.clamp();
    return this.scale !== before;
  }

  /** Keeps the window on the plane; a plane that is smaller than the window stays in its middle. */
  clamp() {
    this.x = Camera.inside(this.x, PLANE.width, this.viewWidth / this.scale);
    this.y = Camera.inside(this.y, PLANE.height, this.viewHeight / this.scale);
  }

  static inside(centre, size, window) {
    const margin = window * 0.1;
    if (size + 2 * margin <= window) return size / 2;
    return Math.min(Math.max(centre, window / 2 - margin), size - window / 2 + margin);
  }
}
