// mails.mjs TEXTS FOLDER: draws each mail of TEXTS (a subject line, an empty line, the text) as a mail client on a phone shows it.
import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { drawMail, withBrowser } from './phone.mjs';

const [texts, folder] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
await withBrowser(async (browser) => {
  for (const file of (await readdir(texts)).filter((name) => name.endsWith('.txt')).sort()) {
    const [subject, , ...lines] = (await readFile(path.join(texts, file), 'utf8')).trimEnd().split('\n');
    const mail = { subject: subject.replace(/^Subject: /, ''), text: lines.join('\n') };
    await drawMail(browser, mail, path.join(folder, file.replace(/\.txt$/, '.png')), 1.5);
  }
});
