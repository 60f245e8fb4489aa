import { draw } from './chart.js';
import { element, table } from './dom.js';
import { count, counted, duration, percent, spaced, time } from './words.js';

const report = JSON.parse(document.getElementById('data').textContent);
const place = document.getElementById('report');
const charts = [];

document.title = `Feedback report, ${time(report.from).slice(0, 10)} to ${time(report.to).slice(0, 10)}`;
place.replaceChildren(header(), overview(), ...report.sets.map(section), notes());
drawAll(false);

const darkMode = matchMedia('(prefers-color-scheme: dark)');
darkMode.addEventListener('change', () => drawAll(false));
addEventListener('resize', () => drawAll(false));
// Paper is light, whatever the screen is, and narrower than most screens.
addEventListener('beforeprint', () => drawAll(true));
addEventListener('afterprint', () => drawAll(false));

function drawAll(isPaper) {
  for (const { chart, set } of charts) {
    chart.style.width = isPaper ? '680px' : '';
    draw(chart, report, set, { isDark: matchMedia('(prefers-color-scheme: dark)').matches, isPaper });
  }
}

function header() {
  const account = [report.accountId && `account ${report.accountId}`, report.region].filter(Boolean).join(', ');
  return element('header', {},
    element('h1', {}, 'Feedback report'),
    element('p', {}, `${time(report.from)} to ${time(report.to)} UTC, ${account}`),
    element('p', { class: 'quiet' }, `Created ${time(report.createdAt)} UTC. All times are UTC.`));
}

function overview() {
  const charted = new Map(report.sets.map((set, at) => [set.summary.entity + set.summary.configurationSet, at]));
  const rows = report.overview.map((set) => {
    const longest = set.windows[set.windows.length - 1];
    const at = charted.get(set.entity + set.configurationSet);
    return [
      at === undefined ? set.entity : element('a', { href: `#set-${at}` }, set.entity),
      badge(levelOf(set)),
      badge(sendingOf(set)),
      count(longest.attempts),
      percent(longest.bounceRate),
      percent(longest.complaintRate),
    ];
  });
  const windowName = report.overview[0]?.windows.at(-1)?.window ?? '';
  const cut = report.overview.length - report.sets.length;
  return element('section', {},
    element('h2', {}, 'All sets'),
    element('p', { class: 'quiet' }, `As of now, the worst first; counts and rates of the longest window (${windowName}).`),
    table([['Set', 'name'], ['Level', 'level'], ['Sending', 'sending'], ['Attempts', 'number'], ['Bounces', 'number'], ['Complaints', 'number']],
      rows, 'brief'),
    cut > 0 ? element('p', { class: 'quiet' }, `${counted(cut, 'set')} without charts: name them, or raise --limit.`) : null);
}

function section(set, at) {
  const { summary } = set;
  if (Math.max(...set.volume.attempts, ...set.volume.rejects, ...set.volume.renderingFailures) <= 0 && set.transitions.length === 0 && set.pauses.length === 0) return quiet(summary, at);
  const chart = element('div', { class: 'chart', role: 'img', 'aria-label': `Rates, thresholds and volume of ${summary.entity}` });
  charts.push({ chart, set });
  const sums = Object.fromEntries(Object.entries(set.volume).map(([name, values]) => [name, values.reduce((sum, value) => sum + value, 0)]));
  return element('section', { class: 'set', id: `set-${at}` },
    element('div', { class: 'title' }, element('h2', {}, summary.entity), badge(levelOf(summary)), badge(sendingOf(summary))),
    element('p', {}, `${count(sums.attempts)} attempted, ${count(sums.deliveries)} delivered, ${counted(sums.hardBounces, 'hard bounce')}, `
      + `${counted(sums.softBounces, 'soft bounce')}, ${counted(sums.complaints, 'complaint')}.`),
    ...problems(sums),
    element('p', { class: 'quiet' }, `Thresholds now: ${set.signals.map(thresholds).join('; ')}.`),
    chart,
    ...pauses(set),
    ...transitions(set),
    ...events(set));
}

function problems({ rejects, renderingFailures, delays }) {
  if (rejects + renderingFailures + delays === 0) return [];
  return [element('p', {}, `In no rate: ${counted(rejects, 'mail')} rejected by SES, ${counted(renderingFailures, 'rendering failure')}, `
    + `${counted(delays, 'mail')} delayed.`)];
}

function quiet(summary, at) {
  return element('section', { class: 'quiet-set', id: `set-${at}` },
    element('div', { class: 'title' }, element('h2', {}, summary.entity), badge(levelOf(summary)), badge(sendingOf(summary))),
    element('p', { class: 'quiet' }, 'Nothing was sent and nothing has changed in this time.'));
}

function thresholds(signal) {
  return `${signal.events} ${percent(signal.warning)} warning, ${percent(signal.critical)} critical, at least ${count(signal.minimumEvents)}`;
}

function pauses(set) {
  if (set.pauses.length === 0) return [];
  const rows = set.pauses.map((pause) => [
    time(pause.from),
    pause.to === null ? 'still paused' : time(pause.to),
    duration(Date.parse(pause.to ?? report.to) - Date.parse(pause.from)),
    pause.pausedBy,
    pause.resumedBy ?? '-',
    pause.why || '-',
  ]);
  return [
    element('h3', {}, 'Pauses'),
    table([['From', 'time'], ['To', 'time'], ['For', 'time'], ['Paused by'], ['Resumed by'], ['Why']], rows, 'stacked'),
  ];
}

function transitions(set) {
  const told = set.transitions.filter((entry) => entry.what !== 'StillPaused');
  if (told.length === 0) return [element('p', { class: 'quiet' }, 'No transition in this time.')];
  const rows = told.map((entry) => [time(entry.at), spaced(entry.what), entry.level.toLowerCase(), entry.who, entry.evidence || '-']);
  return [
    element('h3', {}, 'Transitions and changes'),
    table([['When', 'time'], ['What', 'time'], ['Level'], ['Who'], ['Why']], rows, 'stacked'),
    set.historyIsCut ? element('p', { class: 'quiet' }, 'The history is longer: older transitions and pauses are missing here.') : null,
  ].filter(Boolean);
}

function events({ events: sample }) {
  if (sample.count === 0) return [];
  const of = sample.isCut ? `the latest ${count(sample.count)} hard bounces and complaints` : counted(sample.count, 'hard bounce or complaint', 'hard bounces and complaints');
  const part = (head, names) => element('div', {}, table([[head, 'name'], ['Count', 'number']], names.map(({ name, count: times }) => [name, count(times)])));
  return [
    element('h3', {}, 'Top domains and types'),
    element('p', { class: 'quiet' }, `Of ${of} that happened in this time.`),
    element('div', { class: 'columns' }, part('Domain', sample.topDomains), part('Type', sample.topSubtypes)),
  ];
}

function notes() {
  return element('section', {},
    element('h3', {}, 'How to read the charts'),
    element('p', { class: 'quiet' }, `A point covers ${duration(report.stepMinutes * 60000)} and shows the highest rate in it. Rates belong to the time at which `
      + 'mail was sent and include what is known about it now, so a late complaint raises a rate of the past. '
      + 'A line is faint where the rate has fewer events than the minimum, so that it can reach no level; where little was sent, a rate must be '
      + 'statistically certain as well. Pauses are shaded; no rate is evaluated during a pause, and none is drawn. After a resume, as in Feedback '
      + 'itself, mail from before it no longer counts. Thresholds are those in force now.'));
}

function badge({ text, kind }) {
  return element('span', { class: `badge ${kind}` }, text);
}

function levelOf(set) {
  return { text: set.level.toLowerCase(), kind: { Critical: 'critical', Warning: 'warning' }[set.level] ?? 'good' };
}

function sendingOf(set) {
  if (set.sending === 'Enabled') return set.held ? { text: 'pause or alarm held', kind: 'warning' } : { text: 'sends', kind: 'good' };
  return { text: set.pausedBy ? `${set.sending.toLowerCase()} by ${set.pausedBy}` : set.sending.toLowerCase(), kind: 'critical' };
}
