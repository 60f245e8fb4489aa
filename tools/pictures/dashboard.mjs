// dashboard.mjs DATA FILE: draws the CloudWatch dashboard into FILE, as `feedback simulate --dashboard DATA` wrote it: the widgets of
// template.yaml with what a run published. What only AWS records is marked as such.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { save, withBrowser } from './phone.mjs';

const [data, file] = process.argv.slice(2);
const dashboard = JSON.parse(await readFile(data, 'utf8'));
const here = import.meta.dirname;

await withBrowser(async (browser) => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900, deviceScaleFactor: 1 });
  await page.setContent(await readFile(path.join(here, 'dashboard.html'), 'utf8'));
  await page.addScriptTag({ path: path.join(here, 'node_modules/echarts/dist/echarts.min.js') });
  await page.evaluate(draw, dashboard);
  await save(await (await page.$('#picture')).screenshot(), file);
});

// Runs in the page.
function draw(dashboard) {
  const [column, row] = [60, 40];
  const colours = ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd', '#8c564b', '#e377c2', '#7f7f7f'];
  const levels = { warning: '#b07600', critical: '#d13212' };
  const picture = document.getElementById('picture');
  picture.style.height = `${Math.max(...dashboard.widgets.map((widget) => widget.y + widget.height)) * row}px`;
  for (const widget of dashboard.widgets) {
    const box = place(widget);
    if (widget.alarms) drawAlarms(box, widget);
    else if (widget.rows) drawTable(box, widget);
    else if (widget.lines) drawLines(box, widget);
    else throw new Error(`${widget.title} has nothing to draw.`);
  }

  function place(widget) {
    const outer = add(picture, 'div', 'widget');
    Object.assign(outer.style, {
      left: `${widget.x * column}px`, top: `${widget.y * row}px`, width: `${widget.width * column}px`, height: `${widget.height * row}px`,
    });
    const box = add(outer, 'div', 'box');
    add(box, 'h2', '', widget.title);
    return box;
  }

  function drawAlarms(box, widget) {
    for (const alarm of widget.alarms) {
      const tile = add(box, 'div', `tile ${alarm.state}`, alarm.name);
      add(tile, 'small', '', alarm.state);
    }
  }

  function drawTable(box, widget) {
    const table = add(box, 'table');
    const head = add(table, 'tr');
    widget.columns.forEach((name) => add(head, 'th', '', name));
    for (const values of widget.rows) {
      const line = add(table, 'tr');
      values.forEach((value) => add(line, 'td', '', value));
    }
  }

  function drawLines(box, widget) {
    const reasons = [...new Set(widget.lines.map((line) => line.missing))];
    const isEmpty = widget.lines.length === 0 || (reasons.length === 1 && reasons[0] !== null);
    if (isEmpty) {
      add(box, 'div', 'chart empty', reasons[0] ?? 'no data');
    } else {
      const chart = echarts.init(add(box, 'div', 'chart'), null, { renderer: 'svg' });
      chart.setOption(option(widget));
    }

    const legend = add(box, 'div', 'legend');
    widget.lines.forEach((line, at) => {
      const entry = add(legend, 'span', line.missing ? 'missing' : '');
      add(entry, 'i').style.background = line.missing ? '#d5dbdb' : colours[at % colours.length];
      entry.append(line.missing && !isEmpty ? `${line.label} (${line.missing})` : line.label);
    });
  }

  function option(widget) {
    const values = widget.lines.flatMap((line) => line.points.map((point) => point.value));
    const most = Math.max(...values, ...widget.thresholds.map((threshold) => threshold.value));
    return {
      animation: false,
      color: colours,
      grid: { left: 52, right: 14, top: 10, bottom: 22 },
      xAxis: {
        type: 'time', min: Date.parse(dashboard.from), max: Date.parse(dashboard.to), splitNumber: 6,
        axisLabel: { fontSize: 10, hideOverlap: true, formatter: (at) => new Date(at).toISOString().slice(11, 16) },
        splitLine: { show: false },
      },
      yAxis: { type: 'value', min: widget.minimum, max: most > 0 ? most * 1.12 : 1, axisLabel: { fontSize: 10, formatter: short, showMaxLabel: false }, splitNumber: 4 },
      series: widget.lines.map((line, at) => ({
        type: 'line',
        data: line.points.map((point) => [Date.parse(point.at), point.value]),
        symbol: 'circle',
        symbolSize: 3,
        lineStyle: { width: 1.5 },
        markLine: at > 0 ? undefined : {
          symbol: 'none', silent: true, precision: 8,
          data: widget.thresholds.map((threshold) => ({
            yAxis: threshold.value,
            lineStyle: { color: levels[threshold.label] ?? '#5f6b7a', type: 'dashed' },
            label: { formatter: threshold.label, position: 'insideEndTop', fontSize: 10, color: levels[threshold.label] ?? '#5f6b7a' },
          })),
        },
      })),
    };
  }

  function short(value) {
    if (value >= 1e6) return `${round(value / 1e6)}M`;
    return value >= 1000 ? `${round(value / 1000)}k` : `${round(value)}`;
  }

  function round(value) {
    return Number(value.toPrecision(3));
  }

  function add(parent, tag, classes = '', text = '') {
    const element = document.createElement(tag);
    element.className = classes;
    element.append(text);
    parent.append(element);
    return element;
  }
}
