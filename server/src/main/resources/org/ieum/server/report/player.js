/** The time of day that the page shows: slider, play and pause, speed. */

class Player {
  constructor(fleet, map) {
    this.fleet = fleet;
    this.map = map;
    this.cursor = () => {};
    this.slider = byId('time');
    this.button = byId('play');
    this.speed = byId('speed');
    this.slider.min = DATA.start;
    this.slider.max = DATA.end;
    this.slider.addEventListener('input', () => this.show(Number(this.slider.value)));
    this.button.addEventListener('click', () => (this.playing ? this.pause() : this.play()));
    this.drawDay();
    new ResizeObserver(() => this.drawDay()).observe(this.slider);
    const busiest = fleet.busiest();
    if (busiest.riders > 0) {
      byId('riders-peak').textContent = `; most at ${clock(busiest.time)}: ${grouped(busiest.riders)}`;
    }
    this.show(Math.min(Math.max(busiest.time, DATA.start), DATA.end));
  }

  /** Calls back with the time, now and whenever it changes; a new callback replaces the old one. */
  onTime(cursor) {
    this.cursor = cursor;
    cursor(this.time);
  }

  show(time) {
    this.time = time;
    this.slider.value = time;
    this.map.show(time);
    this.cursor(time);
    const text = clock(time);
    if (text === this.text) return;
    this.text = text;
    const out = this.fleet.vehicles.filter((vehicle) => vehicle.at(time));
    const riders = out.reduce((sum, vehicle) => sum + vehicle.aboard(time), 0);
    byId('clock').textContent = text;
    byId('map-status').textContent =
      `${plural(out.length, 'vehicle', 'vehicles')} out · ${plural(riders, 'rider', 'riders')} aboard`;
    this.slider.setAttribute('aria-valuetext', text);
  }

  play() {
    if (this.time >= DATA.end) this.show(DATA.start);
    this.playing = true;
    this.last = performance.now();
    this.symbol('Pause', 'M3 2h4v12H3zM9 2h4v12H9z');
    requestAnimationFrame((now) => this.tick(now));
  }

  pause() {
    this.playing = false;
    this.symbol('Play', 'M4 2.5v11l9-5.5z');
  }

  symbol(label, path) {
    this.button.setAttribute('aria-label', label);
    byId('play-icon').setAttribute('d', path);
  }

  /** One frame; with reduced motion two steps a second, without gliding between them. */
  tick(now) {
    if (!this.playing) return;
    const passed = Math.max(0, now - this.last);
    if (!STILL.matches || passed >= 500) {
      this.last = now;
      // A tab that slept goes on where it was.
      const seconds = (Math.min(passed, 1000) / 1000) * Number(this.speed.value);
      this.show(Math.min(this.time + seconds, DATA.end));
      if (this.time >= DATA.end) this.pause();
    }
    requestAnimationFrame((next) => this.tick(next));
  }

  /** The riders aboard over the day behind the slider, and the hours below it. */
  drawDay() {
    const width = this.slider.clientWidth - 18;
    if (width === this.drawnWidth || width < 1) return;
    this.drawnWidth = width;
    const picture = byId('riders-line');
    const height = 46;
    const most = Math.max(1, ...this.fleet.riders.map(([, riders]) => riders));
    const x = (time) => ((time - DATA.start) / (DATA.end - DATA.start)) * width;
    // The most riders in each pixel column, so that no peak is lost.
    const columns = new Array(Math.ceil(width) + 1).fill(0);
    this.fleet.riders.forEach(([time, riders], i) => {
      const until = i + 1 < this.fleet.riders.length ? this.fleet.riders[i + 1][0] : time;
      const last = Math.min(columns.length - 1, Math.floor(x(until)));
      for (let c = Math.max(0, Math.floor(x(time))); c <= last; c++) {
        columns[c] = Math.max(columns[c], riders);
      }
    });
    const y = (riders) => (height - (riders / most) * (height - 3)).toFixed(1);
    const line = columns.map((riders, c) => `${c ? 'L' : 'M'}${c} ${y(riders)}`).join('');
    picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    picture.replaceChildren();
    const area = `${line}L${columns.length - 1} ${height}L0 ${height}Z`;
    svg('path', { class: 'riders-area', d: area }, picture);
    if (this.fleet.riders.length > 0) svg('path', { class: 'riders-edge', d: line }, picture);
    const ticksBox = byId('time-ticks');
    ticksBox.replaceChildren();
    for (const time of hourTicks(DATA.start, DATA.end, width / 52)) {
      element('span', '', clock(time), ticksBox).style.left = (x(time) / width) * 100 + '%';
    }
  }
}
