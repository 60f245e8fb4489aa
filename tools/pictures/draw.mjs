// draw.mjs OUTPUT FOLDER: draws pictures of a demo from what it wrote to a terminal, colours and all.
//   demo.png  its end, in a terminal
//   mail.png  the mail to on-call, in a mail client on a phone
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AnsiUp } from 'ansi_up';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';

const [output, folder] = process.argv.slice(2);
const folderOfThis = import.meta.dirname;
const lines = (await readFile(output, 'utf8')).replaceAll('\r', '').split('\n');
const plain = lines.map((line) => line.replace(/\u001b\[[0-9;?]*[a-zA-Z]/g, ''));

const mail = mailOf(plain);
const ansi = new AnsiUp();
ansi.use_classes = true;
const terminal = ansi.ansi_to_html(endOf(lines, plain));

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  // Chromium's sandbox does not work for root, as in a container.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await draw('demo', { terminal });
  await draw('mail', { subject: escape(mail.subject), text: escape(mail.text), time: escape(mail.time) });
} finally {
  await browser.close();
}

// From the table of the two senders on.
function endOf(lines, plain) {
  const from = plain.findIndex((line) => line.startsWith('The two senders'));
  const to = plain.findLastIndex((line) => /^(All )?\d+ .*checks/.test(line));
  if (from < 0 || to < from) throw new Error(`${output} does not end as a demo does.`);
  return lines.slice(from, to + 1).map((line) => line.trimEnd()).join('\n');
}

// Its lines are marked in the output, as a quotation is.
function mailOf(plain) {
  const from = plain.findIndex((line) => line.startsWith('  Subject: PAUSED'));
  if (from < 0) throw new Error(`${output} has no mail about a pause.`);
  const body = plain.slice(from + 1);
  const end = body.findIndex((line) => !line.startsWith('  |'));
  const text = body.slice(0, end).map((line) => line.slice('  | '.length)).join('\n');
  const [time] = text.match(/\d\d:\d\d(?= UTC)/) ?? [''];
  return { subject: plain[from].slice('  Subject: '.length), text, time };
}

async function draw(name, values) {
  const page = await browser.newPage();
  const html = await readFile(path.join(folderOfThis, `${name}.html`), 'utf8');
  await page.setViewport({ width: 1600, height: 400, deviceScaleFactor: 2 });
  await page.setContent(html.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key]));
  const picture = await page.$('#picture');
  const pixels = await picture.screenshot({ omitBackground: true });
  // A palette is enough for text, and a quarter of the size.
  await sharp(pixels).png({ palette: true, effort: 10 }).toFile(path.join(folder, `${name}.png`));
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
