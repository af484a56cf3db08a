/** Charts as SVG, drawn again whenever their width changes. */

/** A chart in a box; draw gets the plot and the box's width. Says the text when there is no data. */
function chart(boxId, emptyText, hasData, height, draw) {
  const box = byId(boxId);
  if (!hasData) {
    box.removeAttribute('role');
    element('p', 'empty', emptyText, box);
    return;
  }
  let drawnWidth = 0;
  const redraw = () => {
    const width = box.clientWidth;
    if (width === drawnWidth || width === 0) return;
    drawnWidth = width;
    box.replaceChildren();
    draw(new Plot(box, width, height));
  };
  redraw();
  new ResizeObserver(redraw).observe(box);
}

/** Axes and scales of one drawing. */
class Plot {
  constructor(box, width, height) {
    this.box = box;
    this.left = 40;
    this.right = width - 8;
    this.top = 12;
    this.bottom = height - 40;
    this.svg = svg('svg', { viewBox: `0 0 ${width} ${height}`, height, 'aria-hidden': 'true' }, box);
  }

  get width() {
    return this.right - this.left;
  }

  scales(xFrom, xTo, yTop) {
    this.x = (v) => this.left + ((v - xFrom) / (xTo - xFrom)) * this.width;
    this.y = (v) => this.bottom - (v / yTop) * (this.bottom - this.top);
    this.xAt = (px) => xFrom + ((px - this.left) / this.width) * (xTo - xFrom);
  }

  text(x, y, content, attributes = {}) {
    svg('text', { x, y, ...attributes }, this.svg).textContent = content;
  }

  yAxis(top) {
    for (const value of ticks(top, 5)) {
      if (value % 1 !== 0) continue;
      const y = Math.round(this.y(value));
      svg('line', { class: 'grid', x1: this.left, x2: this.right, y1: y, y2: y }, this.svg);
      this.text(this.left - 6, y + 4, grouped(value), { 'text-anchor': 'end' });
    }
  }

  /** Labels and marks at values, and what the axis is. */
  xAxis(values, label, title) {
    const [x1, x2, y] = [this.left, this.right, this.bottom];
    svg('line', { class: 'axis', x1, x2, y1: y, y2: y }, this.svg);
    for (const value of values) {
      const x = Math.round(this.x(value));
      svg('line', { class: 'axis', x1: x, x2: x, y1: this.bottom, y2: this.bottom + 4 }, this.svg);
      this.text(x, this.bottom + 17, label(value), { 'text-anchor': 'middle' });
    }
    this.text(this.right, this.bottom + 35, title, { 'text-anchor': 'end' });
  }

  /** A tip that follows the pointer; find(x) gives {from, to, title, lines} or nothing. */
  hover(find) {
    const height = this.bottom - this.top;
    const shade = svg('rect', { class: 'hover', y: this.top, height, width: 0 }, this.svg);
    const tip = element('div', 'tip', undefined, this.box);
    tip.hidden = true;
    const leave = () => {
      tip.hidden = true;
      shade.setAttribute('width', 0);
    };
    const move = (event) => {
      const bounds = this.svg.getBoundingClientRect();
      const px = event.clientX - bounds.left;
      const found = px >= this.left && px <= this.right ? find(this.xAt(px)) : undefined;
      if (!found) return leave();
      shade.setAttribute('x', this.x(found.from));
      shade.setAttribute('width', Math.max(1, this.x(found.to) - this.x(found.from)));
      placeTip(tip, px, event.clientY - bounds.top, found.title, found.lines);
    };
    this.svg.addEventListener('pointermove', move);
    this.svg.addEventListener('pointerdown', move);
    this.svg.addEventListener('pointerleave', leave);
  }
}

/** Whole-number top of an axis with a little air. */
const axisTop = (highest) => Math.max(4, Math.ceil(highest * 1.06));

function histogram(boxId, noteId, distribution) {
  const { size, width, counts } = distribution;
  if (size > 0) {
    const minutes = grouped(width / 60, width % 60 ? 1 : 0);
    byId(noteId).textContent += ` · ${plural(size, 'rider', 'riders')}, by ${minutes} min`;
  }
  chart(boxId, 'No rider was served, so there is nothing to measure.', size > 0, 290, (plot) => {
    const top = axisTop(Math.max(...counts));
    const bins = Math.max(counts.length, 5);
    plot.top = 62;
    plot.scales(0, (bins * width) / 60, top);
    plot.yAxis(top);
    counts.forEach((count, i) => {
      const x = plot.x((i * width) / 60);
      const wide = plot.x(((i + 1) * width) / 60) - x;
      const y = plot.y(count);
      const bar = { x: x + 0.5, width: Math.max(1, wide - 1), y, height: plot.bottom - y };
      svg('rect', { class: 'bar', ...bar }, plot.svg);
    });
    const minutes = ticks((bins * width) / 60, Math.max(3, Math.floor(plot.width / 70)));
    plot.xAxis(minutes, (m) => grouped(m, m % 1 ? 1 : 0), 'minutes');
    plot.text(0, 10, 'riders');
    marks(plot, distribution);
    plot.hover((minute) => {
      const i = Math.floor((minute * 60) / width);
      if (i < 0 || i >= counts.length) return undefined;
      const from = (i * width) / 60;
      const to = ((i + 1) * width) / 60;
      const range = `${grouped(from, from % 1 ? 1 : 0)} to ${grouped(to, to % 1 ? 1 : 0)} min`;
      const share = `${grouped((counts[i] / size) * 100, 1)} % of riders`;
      return { from, to, title: range, lines: [plural(counts[i], 'rider', 'riders'), share] };
    });
  });
}

/** Lines for mean, median and 95th percentile, each with its own row for the words. */
function marks(plot, { mean, median, p95 }) {
  const all = [
    ['mean', 'Mean', mean],
    ['median', 'Median', median],
    ['p95', '95 % within', p95],
  ];
  all.sort((a, b) => a[2] - b[2]);
  const rowY = (row) => 24 + 15 * (all.length - 1 - row);
  const lineX = ([, , seconds]) => plot.x(seconds / 60);
  all.forEach((mark, row) => {
    const x = lineX(mark);
    const ends = { x1: x, x2: x, y1: rowY(row) - 9, y2: plot.bottom };
    svg('line', { class: 'mark ' + mark[0], ...ends }, plot.svg);
  });
  all.forEach((mark, row) => {
    const x = lineX(mark);
    const roomy = x > 112;
    // The lowest is named on its left, away from the others; the highest so when the right is short.
    const before = roomy && (row === 0 || x > plot.right - 130);
    const place = { class: 'strong', 'text-anchor': before ? 'end' : 'start' };
    plot.text(before ? x - 5 : x + 5, rowY(row), `${mark[1]} ${grouped(mark[2] / 60, 1)} min`, place);
  });
}

/** Bars by hour, one on the other; rows are [hour, value of each series]. */
function hourBars(boxId, emptyText, rows, series) {
  const total = (row) => row.slice(1).reduce((a, b) => a + b, 0);
  const filled = rows.filter((row) => total(row) > 0);
  chart(boxId, emptyText, filled.length > 0, 270, (plot) => {
    const hours = filled.map((row) => row[0]);
    // The axis covers the service, so that charts of the same day can be compared.
    const first = Math.min(Math.floor(DATA.start / 3600), ...hours);
    const last = Math.max(Math.ceil(DATA.end / 3600), ...hours.map((hour) => hour + 1));
    const top = axisTop(Math.max(...filled.map(total)));
    plot.top = 24;
    plot.scales(first * 3600, last * 3600, top);
    plot.yAxis(top);
    const wide = plot.width / (last - first);
    const gap = Math.min(4, wide * 0.15);
    for (const row of filled) {
      let below = 0;
      row.slice(1).forEach((value, i) => {
        if (value === 0) return;
        const y = plot.y(below + value);
        const height = plot.y(below) - y;
        const x = plot.x(row[0] * 3600) + gap / 2;
        svg('rect', { class: series[i][0] + ' seam', x, width: wide - gap, y, height }, plot.svg);
        below += value;
      });
    }
    plot.xAxis(hourTicks(first * 3600, last * 3600, plot.width / 44), clock, 'time of day');
    plot.text(0, 10, 'requests');
    plot.hover((seconds) => {
      const hour = Math.floor(seconds / 3600);
      const row = filled.find((candidate) => candidate[0] === hour);
      if (!row) return undefined;
      const lines = series.map(([, label], i) => `${label}: ${grouped(row[i + 1])}`);
      const title = `${clock(hour * 3600)}–${clock(hour * 3600 + 3600)}`;
      lines.push(`total: ${grouped(total(row))}`);
      return { from: hour * 3600, to: hour * 3600 + 3600, title, lines };
    });
  });
}

/** Areas over the day, one on the other; rows are [start, end, value of each series]. */
function dayAreas(boxId, emptyText, rows, series, onTime) {
  const total = (row) => row.slice(2).reduce((a, b) => a + b, 0);
  const highest = Math.max(0, ...rows.map(total));
  chart(boxId, emptyText, highest > 0, 330, (plot) => {
    const top = axisTop(highest);
    const from = Math.min(DATA.start, rows[0][0]);
    const to = Math.max(DATA.end, rows[rows.length - 1][1]);
    plot.top = 24;
    plot.scales(from, to, top);
    plot.yAxis(top);
    const below = rows.map(() => 0);
    series.forEach(([cssClass], s) => {
      if (!rows.some((row) => row[s + 2] > 0)) return;
      let upper = '';
      let lower = '';
      rows.forEach((row, i) => {
        const [x1, x2] = [plot.x(row[0]).toFixed(1), plot.x(row[1]).toFixed(1)];
        const low = plot.y(below[i]).toFixed(1);
        below[i] += row[s + 2];
        const high = plot.y(below[i]).toFixed(1);
        upper += `${i ? 'L' : 'M'}${x1} ${high}L${x2} ${high}`;
        lower = `L${x2} ${low}L${x1} ${low}` + lower;
      });
      svg('path', { class: cssClass, d: upper + lower + 'Z' }, plot.svg);
    });
    plot.xAxis(hourTicks(from, to, plot.width / 46), clock, 'time of day');
    plot.text(0, 10, 'vehicles');
    const line = svg('line', { class: 'cursor', y1: plot.top, y2: plot.bottom }, plot.svg);
    onTime((seconds) => {
      const x = plot.x(Math.min(to, Math.max(from, seconds)));
      line.setAttribute('x1', x);
      line.setAttribute('x2', x);
    });
    plot.hover((seconds) => {
      const row = rows.find((candidate) => candidate[0] <= seconds && seconds < candidate[1]);
      if (!row) return undefined;
      const lines = series
        .map(([, label], i) => [label, row[i + 2]])
        .filter(([, value]) => value > 0)
        .reverse()
        .map(([label, value]) => `${label}: ${grouped(value, value % 1 ? 1 : 0)}`);
      return { from: row[0], to: row[1], title: `${clock(row[0])}–${clock(row[1])}`, lines };
    });
  });
}
