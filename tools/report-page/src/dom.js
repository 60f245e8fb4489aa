// Builds elements. Text from the data is only ever text: there is no innerHTML in this page.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// heads: [text, class?]; rows: arrays of text or elements; kind: `stacked` or `brief` for rows that become cards on a phone.
export function table(heads, rows, kind = '') {
  const head = element('tr', {}, ...heads.map(([text, style = '']) => element('th', { class: style }, text)));
  const body = rows.map((row) =>
    element('tr', {}, ...row.map((cell, at) => element('td', { class: heads[at][1] ?? '', 'data-head': heads[at][0] }, cell))));
  return element('div', { class: 'scroll' },
    element('table', { class: kind }, element('thead', {}, head), element('tbody', {}, ...body)));
}
