/** Pointer, wheel and keys on the map: drag, pinch, zoom, and tips on what is under the pointer. */

class Hand {
  constructor(map) {
    this.map = map;
    this.tip = byId('map-tip');
    this.pointers = new Map();
    const { canvas } = map;
    canvas.addEventListener('pointerdown', (event) => this.down(event));
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.up(event));
    canvas.addEventListener('pointercancel', (event) => this.up(event));
    canvas.addEventListener('pointerleave', () => this.hideTip());
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    canvas.addEventListener('keydown', (event) => this.key(event));
    canvas.addEventListener('dblclick', (event) => this.zoom(2, ...this.place(event)));
    byId('zoom-in').addEventListener('click', () => this.zoomMiddle(1.7));
    byId('zoom-out').addEventListener('click', () => this.zoomMiddle(1 / 1.7));
    byId('zoom-all').addEventListener('click', () => this.goHome());
  }

  place(event) {
    const bounds = this.map.canvas.getBoundingClientRect();
    return [event.clientX - bounds.left, event.clientY - bounds.top];
  }

  down(event) {
    const [x, y] = this.place(event);
    this.map.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x, y });
    this.travelled = this.pointers.size > 1 ? Infinity : 0;
  }

  move(event) {
    const [x, y] = this.place(event);
    const held = this.pointers.get(event.pointerId);
    if (!held) {
      this.showTip(x, y, 4);
      return;
    }
    const others = [...this.pointers.entries()].filter(([id]) => id !== event.pointerId);
    if (others.length === 0) {
      this.travelled += Math.hypot(x - held.x, y - held.y);
      if (this.travelled > 4) {
        this.hideTip();
        this.map.canvas.classList.add('dragging');
        this.map.camera.pan(x - held.x, y - held.y);
      }
    } else {
      this.pinch(held, { x, y }, others[0][1]);
    }
    Object.assign(held, { x, y });
    this.map.repaint();
  }

  /** One finger moved while the other stayed: zoom about their middle, and follow it. */
  pinch(from, to, other) {
    const before = Math.max(8, Math.hypot(from.x - other.x, from.y - other.y));
    const after = Math.max(8, Math.hypot(to.x - other.x, to.y - other.y));
    this.hideTip();
    this.map.camera.pan((to.x - from.x) / 2, (to.y - from.y) / 2);
    this.map.camera.zoom(after / before, (to.x + other.x) / 2, (to.y + other.y) / 2);
  }

  up(event) {
    const [x, y] = this.place(event);
    const held = this.pointers.delete(event.pointerId);
    if (this.pointers.size === 0) this.map.canvas.classList.remove('dragging');
    if (held && event.type === 'pointerup' && this.travelled <= 4) {
      this.showTip(x, y, event.pointerType === 'mouse' ? 4 : 14);
    }
  }

  wheel(event) {
    const lines = event.deltaMode === 1 ? 16 : 1;
    const factor = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0018));
    const [x, y] = this.place(event);
    // At the end of the zoom the wheel scrolls the page again.
    if (this.map.camera.zoom(factor, x, y) || event.ctrlKey) event.preventDefault();
    this.hideTip();
    this.map.repaint();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 60;
    const moves = {
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    if (moves[event.key]) this.map.camera.pan(...moves[event.key]);
    else if (event.key === '+' || event.key === '=') this.zoomMiddle(1.4);
    else if (event.key === '-') this.zoomMiddle(1 / 1.4);
    else if (event.key === '0') this.goHome();
    else if (event.key !== 'Escape') return;
    event.preventDefault();
    this.hideTip();
    this.map.repaint();
  }

  zoom(factor, x, y) {
    this.map.camera.zoom(factor, x, y);
    this.hideTip();
    this.map.repaint();
  }

  zoomMiddle(factor) {
    this.zoom(factor, this.map.camera.viewWidth / 2, this.map.camera.viewHeight / 2);
  }

  goHome() {
    this.map.camera.goHome();
    this.hideTip();
    this.map.repaint();
  }

  showTip(px, py, reach) {
    const found = this.map.find(px, py, reach);
    if (!found) {
      this.hideTip();
      return;
    }
    const { camera } = this.map;
    const [x, y] = [camera.screenX(found.x), camera.screenY(found.y)];
    if (found.stop) {
      const { name, boardings, alightings } = found.stop;
      const lines = [
        plural(boardings, 'rider boarded', 'riders boarded'),
        plural(alightings, 'rider got off', 'riders got off'),
      ];
      placeTip(this.tip, x, y, name, lines);
    } else {
      const { vehicle, aboard } = found.seen;
      const seats = plural(vehicle.seats, 'seat', 'seats');
      const line = `${plural(aboard, 'rider', 'riders')} aboard, ${seats}`;
      placeTip(this.tip, x, y, 'Vehicle ' + vehicle.id, [line]);
    }
  }

  hideTip() {
    this.tip.hidden = true;
  }
}
