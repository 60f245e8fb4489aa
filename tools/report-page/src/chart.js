import * as echarts from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { element } from './dom.js';
import { count, percent, spaced, time } from './words.js';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const light = {
  ground: '#ffffff', text: '#1f2328', quiet: '#59636e', line: '#d8dee4', warning: '#9a6700', critical: '#cf222e', good: '#1a7f37',
  pause: 'rgba(207, 34, 46, 0.10)', lines: ['#8250df', '#0969da', '#0a7d74', '#bc4c00', '#57606a'], bars: ['#8cb8ea', '#d4a72c', '#cf222e'],
};
const dark = {
  ground: '#161b22', text: '#e6edf3', quiet: '#9198a1', line: '#30363d', warning: '#d29922', critical: '#ff7b72', good: '#3fb950',
  pause: 'rgba(255, 123, 114, 0.16)', lines: ['#bc8cff', '#58a6ff', '#39c5bb', '#ff9b57', '#9198a1'], bars: ['#2f6db5', '#bb8009', '#ff7b72'],
};

// A rate of few mails can be 100%, and would press everything else to the ground.
const mostOfCritical = 4;

const rateHeight = 170;
const volumeHeight = 80;

export function draw(place, report, set, { isDark, isPaper }) {
  const colours = isDark && !isPaper ? dark : light;
  const narrow = place.clientWidth < 560;
  const tops = [68, 68 + rateHeight + 62, 68 + 2 * (rateHeight + 62)];
  place.style.height = `${tops[2] + volumeHeight + 34}px`;
  const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: 'svg' });
  chart.resize();
  chart.setOption(option(report, set, colours, narrow, tops, isPaper), true);
}

function option(report, set, colours, narrow, tops, isPaper) {
  const times = report.times.map((at) => Date.parse(at));
  const windows = set.signals[0].windows.map((series) => series.window);
  const grids = tops.map((top, at) => ({ left: 56, right: narrow ? 14 : 100, top, height: at < 2 ? rateHeight : volumeHeight }));
  return {
    animation: false,
    color: colours.lines,
    textStyle: { fontFamily: 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif', color: colours.text },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 4, textStyle: { color: colours.text }, data: windows.map(ofWindow) },
    tooltip: {
      show: !isPaper,
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.text },
      axisPointer: { lineStyle: { color: colours.quiet } },
      formatter: (points) => tip(points, report, set),
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: grids,
    xAxis: grids.map((_, at) => xAxis(report, at, colours, narrow)),
    yAxis: [...set.signals.map((signal, at) => rateAxis(signal, at, colours)), volumeAxis(set, colours)],
    series: [
      ...set.signals.flatMap((signal, at) => signal.windows.flatMap((series, index) =>
        rateLines(series, index, signal, at, times, report, set, colours, narrow))),
      ...volumeBars(set, times, report, colours),
    ],
  };
}

const ofWindow = (window) => `in ${window}`;

function xAxis(report, at, colours, narrow) {
  return {
    type: 'time',
    gridIndex: at,
    min: Date.parse(report.from),
    max: Date.parse(report.to),
    splitNumber: narrow ? 3 : 7,
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { show: at === 2, color: colours.quiet, hideOverlap: true, formatter: (value) => tick(value, report) },
    splitLine: { show: false },
  };
}

// UTC, as everywhere on the page.
function tick(value, report) {
  const text = new Date(value).toISOString();
  const days = (Date.parse(report.to) - Date.parse(report.from)) / 86400000;
  return days <= 2 && text.slice(11, 16) !== '00:00' ? text.slice(11, 16) : text.slice(5, 10);
}

function rateAxis(signal, at, colours) {
  const peak = Math.max(0, ...signal.windows.flatMap((series) => series.rates));
  const telling = Math.max(0, ...signal.windows.flatMap((series) => tellingRates(series, signal)));
  const most = Math.min(Math.max(telling * 1.1, signal.critical * 1.4), signal.critical * mostOfCritical);
  return {
    type: 'value',
    gridIndex: at,
    name: `${title(signal)}${peak > most ? `, cut at ${percent(most)}` : ''}`,
    nameLocation: 'end',
    nameGap: 18,
    nameTextStyle: { align: 'left', padding: [0, 0, 0, -48], color: colours.text, fontWeight: 600 },
    min: 0,
    max: most,
    axisLabel: { color: colours.quiet, formatter: percent, showMaxLabel: false },
    splitLine: { lineStyle: { color: colours.line, type: 'dotted' } },
  };
}

const title = (signal) => `${signal.signal} rate`;

function volumeAxis(set, colours) {
  return {
    type: 'value',
    gridIndex: 2,
    name: 'Mail attempted',
    nameLocation: 'end',
    nameGap: 18,
    nameTextStyle: { align: 'left', padding: [0, 0, 0, -48], color: colours.text, fontWeight: 600 },
    min: 0,
    max: Math.max(...set.volume.attempts, 1),
    splitNumber: 2,
    axisLabel: { color: colours.quiet, formatter: short },
    splitLine: { lineStyle: { color: colours.line, type: 'dotted' } },
  };
}

const short = (value) => (value >= 1e6 ? `${value / 1e6}M` : value >= 1000 ? `${value / 1000}k` : count(value));

// A rate with fewer events than the minimum can reach no level: it is drawn faintly.
const tellingRates = (series, signal) => series.rates.map((rate, at) => (series.events[at] >= signal.minimumEvents ? rate : null));

function rateLines(series, index, signal, at, times, report, set, colours, narrow) {
  const line = (rates, style) => ({
    name: ofWindow(series.window),
    type: 'line',
    xAxisIndex: at,
    yAxisIndex: at,
    data: times.map((time, point) => [time, rates[point]]),
    connectNulls: false,
    color: colours.lines[index % colours.lines.length],
    ...style,
  });
  const faint = line(series.rates, { showSymbol: false, lineStyle: { width: 1.2, opacity: 0.5 } });
  const strong = line(tellingRates(series, signal), { symbol: 'circle', symbolSize: 2, lineStyle: { width: 2 } });
  return index > 0 ? [faint, strong] : [{ ...faint, ...marks(signal, at, report, set, colours, narrow) }, strong];
}

// Once for each grid: thresholds, transitions and pauses.
function marks(signal, at, report, set, colours, narrow) {
  return {
    markLine: {
      symbol: 'none',
      silent: true,
      // ECharts would round 0.04% to nothing.
      precision: 8,
      data: [
        threshold('warning', signal.warning, colours.warning, narrow),
        threshold('critical', signal.critical, colours.critical, narrow),
        ...transitions(report, set, at, colours, narrow),
      ],
    },
    markArea: { silent: true, itemStyle: { color: colours.pause }, data: pauses(report, set) },
  };
}

function threshold(name, value, colour, narrow) {
  return {
    yAxis: value,
    lineStyle: { color: colour, type: 'dashed', width: 1.2 },
    label: {
      color: colour,
      fontSize: 11,
      position: narrow ? 'insideEndTop' : 'end',
      formatter: () => `${name} ${percent(value)}`,
    },
  };
}

// Changes of the policy, reminders, and the decision that the pause itself follows within seconds.
const unmarked = ['PolicySet', 'PolicyCleared', 'StillPaused', 'Pausing'];

// Labels of transitions that are close to each other would cover each other: the earlier one keeps its line only.
function transitions(report, set, at, colours, narrow) {
  const apart = (Date.parse(report.to) - Date.parse(report.from)) / (narrow ? 4 : 11);
  let labelled = Infinity;
  return set.transitions.filter((entry) => !unmarked.includes(entry.what)).reverse().map((entry) => {
    const when = Date.parse(entry.at);
    const shows = at === 0 && labelled - when >= apart;
    if (shows) labelled = when;
    const colour = colourOf(entry, colours);
    return {
      xAxis: when,
      lineStyle: { color: colour, type: 'solid', width: 1.2, opacity: 0.8 },
      label: { show: shows, color: colour, fontSize: 11, fontWeight: 600, formatter: () => spaced(entry.what), position: 'end', distance: 3 },
    };
  });
}

function colourOf(entry, colours) {
  if (entry.sending !== 'Enabled' || entry.level === 'Critical') return colours.critical;
  return entry.level === 'Warning' ? colours.warning : colours.good;
}

function pauses(report, set) {
  const [from, to] = [Date.parse(report.from), Date.parse(report.to)];
  return set.pauses.map((pause) => [
    { xAxis: Math.max(from, Date.parse(pause.from)) },
    { xAxis: pause.to === null ? to : Math.min(to, Date.parse(pause.to)) },
  ]);
}

function volumeBars(set, times, report, colours) {
  const { volume } = set;
  const half = (report.stepMinutes * 60000) / 2;
  const others = volume.attempts.map((all, at) => Math.max(0, all - volume.hardBounces[at] - volume.softBounces[at]));
  return [['Delivered', others], ['Soft bounces', volume.softBounces], ['Hard bounces', volume.hardBounces]].map(([name, values], at) => ({
    name,
    type: 'bar',
    stack: 'volume',
    xAxisIndex: 2,
    yAxisIndex: 2,
    barCategoryGap: '10%',
    itemStyle: { color: colours.bars[at] },
    data: times.map((time, point) => [time + half, values[point]]),
  }));
}

// Elements and no HTML text: ECharts would put text into innerHTML.
function tip(points, report, set) {
  const at = Math.min(report.times.length - 1, Math.max(0, Math.floor((points[0].axisValue - Date.parse(report.times[0])) / (report.stepMinutes * 60000))));
  const lines = set.signals.flatMap((signal) => signal.windows
    .filter((series) => series.rates[at] !== null)
    .map((series) => `${title(signal)} in ${series.window}: ${percent(series.rates[at])} (${count(series.events[at])} of ${count(series.trials[at])})`));
  const { volume } = set;
  lines.push(`${count(volume.attempts[at])} attempted, ${count(volume.deliveries[at])} delivered, ${count(volume.hardBounces[at])} hard and `
    + `${count(volume.softBounces[at])} soft bounces, ${count(volume.complaints[at])} complaints`);
  return element('div', { class: 'tip' }, element('b', {}, `${time(report.times[at])} UTC`), ...lines.map((line) => element('div', {}, line)));
}
