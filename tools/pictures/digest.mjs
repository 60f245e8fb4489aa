// digest.mjs MAIL FOLDER: draws the page of a digest as a mail client on a phone shows it. MAIL.txt has the subject, MAIL.html the page.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { save, withBrowser } from './phone.mjs';

const [mail, folder] = process.argv.slice(2);
const html = await readFile(`${mail}.html`, 'utf8');
await mkdir(folder, { recursive: true });
await withBrowser(async (browser) => {
  const page = await browser.newPage();
  await page.setViewport({ width: 430, height: 600, deviceScaleFactor: 1.5 });
  await page.setContent(html);
  await save(await page.screenshot({ fullPage: true }), path.join(folder, `${path.basename(mail)}.png`));
});
