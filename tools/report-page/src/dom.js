// Builds elements. Text from the data is only ever text: there is no innerHTML in this page.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// heads: [text, class?]; rows: arrays of text or elements. `stacked` shows a row as a card on a phone.
export function table(heads, rows, stacked = false) {
  const head = element('tr', {}, ...heads.map(([text, kind = '']) => element('th', { class: kind }, text)));
  const body = rows.map((row) =>
    element('tr', {}, ...row.map((cell, at) => element('td', { class: heads[at][1] ?? '', 'data-head': heads[at][0] }, cell))));
  return element('div', { class: 'scroll' },
    element('table', { class: stacked ? 'stacked' : '' }, element('thead', {}, head), element('tbody', {}, ...body)));
}
