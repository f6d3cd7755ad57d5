// Bundles the page into one file: node build.mjs OUTPUT [FOLDER WITH node_modules].
//
// OUTPUT holds two marks that the program fills in: @connect@ (whom the page may ask for data) and @data@ (the graph).
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [output, modules = here] = process.argv.slice(2).map((path) => resolve(path));
const {build} = createRequire(join(modules, 'package.json'))('esbuild');

async function bundled(entry) {
  const result = await build({
    entryPoints: [join(here, 'src', entry)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    nodePaths: [join(modules, 'node_modules')],
  });
  return {text: result.outputFiles[0].text.trim(), inputs: Object.keys(result.metafile.inputs)};
}

/** The licences of the packages that files are of: they must go wherever the page goes. */
function licences(inputs) {
  const packages = new Set(inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  return [...packages].sort().map((name) => {
    const folder = join(modules, 'node_modules', name);
    const {version, license, homepage} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `${license} licence, ${homepage}`;
    return `${name} ${version}\n\n${text}`;
  }).join('\n\n\n').replaceAll('--', '- -');
}

// What stands in the page is hashed, so that nothing else may run in it.
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const {text: code, inputs} = await bundled('main.js');
const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
const {text: style} = await bundled('style.css');
const policy = [
  "default-src 'none'", `script-src ${hash(script)}`, `style-src ${hash(style)}`, 'connect-src @connect@', 'img-src data:',
  "base-uri 'none'", "form-action 'none'",
].join('; ');
const parts = {policy, script, style, licences: licences(inputs)};
const page = readFileSync(join(here, 'src', 'page.html'), 'utf8').replace(/@(policy|script|style|licences)@/g, (_, name) => parts[name]);
for (const mark of ['@connect@', '@data@']) {
  if (page.split(mark).length !== 2) throw new Error(`the page must hold ${mark} once`);
}
mkdirSync(dirname(output), {recursive: true});
writeFileSync(output, page);
