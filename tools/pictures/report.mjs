// report.mjs PAGE SET FOLDER: draws the report's chapter of one set: light, dark, and its beginning on a phone.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { save, withBrowser } from './phone.mjs';

const [file, set, folder] = process.argv.slice(2);
await withBrowser(async (browser) => {
  await draw(browser, 'report', 'light', { width: 1000, height: 900, deviceScaleFactor: 1.5 }, chapter);
  await draw(browser, 'report-dark', 'dark', { width: 1000, height: 900, deviceScaleFactor: 1.5 }, chapter);
  await draw(browser, 'report-phone', 'light', { width: 400, height: 1100, deviceScaleFactor: 2 }, top);
});

async function draw(browser, name, scheme, viewport, take) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(path.resolve(file)).href);
  await save(await take(page), path.join(folder, `${name}.png`));
}

async function chapter(page) {
  const box = await (await sectionOf(page)).boundingBox();
  return page.screenshot({ clip: { ...box, x: box.x - 16, width: box.width + 32, height: box.height + 16 } });
}

async function top(page) {
  await (await sectionOf(page)).evaluate((section) => section.scrollIntoView());
  return page.screenshot();
}

async function sectionOf(page) {
  for (const section of await page.$$('section.set')) {
    if ((await section.$eval('h2', (title) => title.textContent)) === set) return section;
  }
  throw new Error(`${file} has no set ${set}.`);
}
