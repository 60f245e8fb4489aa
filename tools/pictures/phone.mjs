// What the scripts that draw have in common: the browser, and a mail on a phone.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';

export async function withBrowser(draw) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    // Chromium's sandbox does not work for root, as in a container.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await draw(browser);
  } finally {
    await browser.close();
  }
}

// Its time is the first that the text names.
export async function drawMail(browser, { subject, text }, file, scale = 2) {
  const [time] = text.match(/\d\d:\d\d(?= UTC)/) ?? [''];
  await drawPage(browser, 'mail', { subject: escape(subject), text: escape(text), time }, file, scale);
}

export async function drawPage(browser, template, values, file, scale = 2) {
  const page = await browser.newPage();
  const html = await readFile(path.join(import.meta.dirname, `${template}.html`), 'utf8');
  await page.setViewport({ width: 1600, height: 400, deviceScaleFactor: scale });
  await page.setContent(html.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key]));
  const picture = await page.$('#picture');
  await save(await picture.screenshot({ omitBackground: true }), file);
  await page.close();
}

// A palette is enough for text, and a quarter of the size.
export async function save(pixels, file) {
  await sharp(pixels).png({ palette: true, effort: 10 }).toFile(file);
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
