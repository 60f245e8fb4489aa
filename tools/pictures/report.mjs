// report.mjs PAGE SET FOLDER: draws the report's chapter of one set, light and dark, and the page's beginning on a phone.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';

const [file, set, folder] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  // Chromium's sandbox does not work for root, as in a container.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await draw('report', 'light', { width: 1000, height: 900, deviceScaleFactor: 1.5 }, chapter);
  await draw('report-dark', 'dark', { width: 1000, height: 900, deviceScaleFactor: 1.5 }, chapter);
  await draw('report-phone', 'light', { width: 400, height: 1100, deviceScaleFactor: 2 }, (page) => page.screenshot());
} finally {
  await browser.close();
}

async function draw(name, scheme, viewport, take) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(path.resolve(file)).href);
  await sharp(await take(page)).png({ palette: true, effort: 10 }).toFile(path.join(folder, `${name}.png`));
}

async function chapter(page) {
  const titles = await page.$$('section.set');
  for (const section of titles) {
    if ((await section.$eval('h2', (title) => title.textContent)) === set) return section.screenshot();
  }
  throw new Error(`${file} has no set ${set}.`);
}
