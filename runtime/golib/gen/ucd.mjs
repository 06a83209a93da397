// Prints the part of the Unicode Character Database that gen/tables.go reads, from the folder of the
// unpacked npm package. A line has a property, a value of it, and code points in hexadecimal:
// first and last of each range that has the value, or for the properties that map characters, pairs
// of a character and its image.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.argv[2]);
const load = async (...names) => (await import(pathToFileURL(path.join(folder, ...names)))).default;

const lines = [];
const line = (property, value, numbers) =>
  lines.push([property, value, ...numbers.map((n) => n.toString(16))].join(' '));

const { name } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
lines.push('Version ' + /\d+\.\d+\.\d+$/.exec(name)[0]);

const values = await load('index.mjs');
for (const property of ['General_Category', 'Script', 'Binary_Property']) {
  for (const value of values[property]) {
    const ranges = await load(property, value, 'ranges.mjs');
    line(property, value, ranges.flatMap((r) => [r.begin, r.end - 1]));
  }
}
// Full mappings, of which a character has several, are of no use to package unicode.
const maps = { Simple_Case_Mapping: ['Uppercase', 'Lowercase', 'Titlecase'], Case_Folding: ['C', 'S'] };
for (const [property, kinds] of Object.entries(maps)) {
  for (const kind of kinds) {
    line(property, kind, [...(await load(property, kind, 'code-points.mjs'))].flat());
  }
}
console.log(lines.join('\n'));
