/** Puts the page together, and says on the body element how that went. */

function drawPage() {
  const riders = DATA.bands.slice(1).map(([, label], i) => ['load-' + (i + 1), label]);
  const fleet = new Fleet();
  const map = new MapView(fleet);
  if (map.isEmpty) {
    byId('map-empty').hidden = false;
    map.canvas.hidden = true;
  }
  new Hand(map);
  const player = new Player(fleet, map);

  const mapLegend = byId('map-legend');
  element('li', 'head', 'Riders aboard', mapLegend);
  legend(mapLegend, [['load-0', 'none'], ...riders], 'round');
  legend(mapLegend, [['stop', 'stop']], 'round');

  histogram('waiting-chart', 'waiting-note', DATA.waiting);
  histogram('riding-chart', 'riding-note', DATA.riding);

  // From the axis up: the fullest vehicles first, those that earn nothing last.
  const work = [...riders].reverse().map(([cssClass, label]) => [cssClass, label + ' aboard']);
  const rest = [['driving-empty', 'driving empty'], ['idle', 'idle'], ['on-break', 'on break']];
  const uses = [...work, ...rest];
  const rows = DATA.occupancy.map(([start, end, onBreak, idle, ...bands]) => {
    return [start, end, ...bands.reverse(), idle, onBreak];
  });
  const used = uses.filter((use, i) => rows.some((row) => row[i + 2] > 0));
  legend(byId('occupancy-legend'), used, '');
  if (rows.length > 0) {
    const minutes = (rows[0][1] - rows[0][0]) / 60;
    byId('occupancy-note').textContent += `, mean of each ${grouped(minutes, minutes % 1 ? 1 : 0)} min`;
  }
  dayAreas('occupancy-chart', 'No vehicle was on duty.', rows, uses, (cursor) => player.onTime(cursor));

  const outcomes = ['served', 'rejected', 'cancelled', 'no-show'].map((name) => [name, name]);
  if (DATA.requests.length > 0) legend(byId('requests-legend'), outcomes, '');
  hourBars('requests-chart', 'Nobody asked for a ride.', DATA.requests, outcomes);

  const reasons = DATA.reasons.map((reason, i) => ['cat-' + (i % 7), reason]);
  legend(byId('rejections-legend'), reasons, '');
  hourBars('rejections-chart', 'No request was rejected.', DATA.rejections, reasons);
}

const reportFault = (fault) => {
  document.body.dataset.error = String(fault);
};
window.addEventListener('error', (event) => reportFault(event.message));
try {
  drawPage();
  document.body.dataset.ready = 'true';
} catch (fault) {
  reportFault(fault);
  throw fault;
}
