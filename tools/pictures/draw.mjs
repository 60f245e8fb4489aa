// draw.mjs OUTPUT FOLDER: draws pictures of a demo from what it wrote to a terminal, colours and all.
//   demo.png  its end, in a terminal
//   mail.png  the mail to on-call, in a mail client on a phone
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AnsiUp } from 'ansi_up';
import { drawMail, drawPage, withBrowser } from './phone.mjs';

const [output, folder] = process.argv.slice(2);
const lines = (await readFile(output, 'utf8')).replaceAll('\r', '').split('\n');
const plain = lines.map((line) => line.replace(/\u001b\[[0-9;?]*[a-zA-Z]/g, ''));

const mail = mailOf(plain);
const ansi = new AnsiUp();
ansi.use_classes = true;
const terminal = ansi.ansi_to_html(endOf(lines, plain));

await withBrowser(async (browser) => {
  await drawPage(browser, 'demo', { terminal }, path.join(folder, 'demo.png'));
  await drawMail(browser, mail, path.join(folder, 'mail.png'));
});

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
  return { subject: plain[from].slice('  Subject: '.length), text };
}
