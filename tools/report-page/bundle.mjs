// bundle.mjs FILE: writes the page of `feedback report` into FILE, with its style, its script and ECharts, and without data.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const [output] = process.argv.slice(2);
const here = import.meta.dirname;

const script = await bundle('src/main.js');
const style = await bundle('src/page.css');
const license = 'Charts: Apache ECharts, Copyright The Apache Software Foundation, Apache License 2.0, https://echarts.apache.org';
const page = (await readFile(path.join(here, 'src/page.html'), 'utf8'))
  .replace('/* style */', () => style)
  .replace('/* script */', () => `/*! ${license} */\n${script}`);

await mkdir(path.dirname(output), { recursive: true });
await writeFile(output, page);

async function bundle(file) {
  const result = await build({
    entryPoints: [path.join(here, file)],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2020',
    charset: 'ascii',
    // The licence is named once, above.
    legalComments: 'none',
  });
  return result.outputFiles[0].text.trim();
}
