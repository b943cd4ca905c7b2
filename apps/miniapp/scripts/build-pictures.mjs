// Writes the colour pictures of things and people that come from Fluent Emoji Flat (MIT, Microsoft). The output is committed.
// Pictures drawn for this project lie beside them and are not touched. Run: node apps/miniapp/scripts/build-pictures.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const target = new URL('../src/pictures/', import.meta.url)

const THINGS = [
  'badminton',
  'balance-scale',
  'books',
  'classical-building',
  'couch-and-lamp',
  'deciduous-tree',
  'graduation-cap',
  'handshake',
  'houses',
  'memo',
  'steaming-bowl',
  'stethoscope',
  'takeout-box',
  'teddy-bear',
  'telephone',
  'toolbox',
  'woman-raising-hand-light',
]

/** Faces of the contract, and the drawing of each. */
const FACES = {
  'old-woman': 'old-woman-light',
  'old-man': 'old-man-light',
  woman: 'woman-light',
  man: 'man-light',
  cook: 'man-cook-light',
  rider: 'man-biking-light',
  builder: 'man-construction-worker-light',
  'office-worker': 'woman-office-worker-light',
  volunteer: 'man-raising-hand-light',
}

/** @type {Record<string, { body: string }>} */
const family = JSON.parse(await readFile(require.resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8')).icons

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} name
 */
async function write(folder, file, name) {
  const icon = family[name]
  if (!icon) throw new Error(`no picture named ${name} in Fluent Emoji Flat`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${icon.body}</svg>\n`
  await writeFile(new URL(`${folder}/${file}.svg`, target), svg)
}

for (const name of THINGS) await write('things', name, name)
for (const [face, name] of Object.entries(FACES)) await write('faces', face, name)
