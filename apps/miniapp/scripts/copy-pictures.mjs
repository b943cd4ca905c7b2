/**
 * Takes the faces and things the screens need from Fluent Emoji Flat into `src/pictures/`. Run it after changing a list below and
 * commit what it wrote: `node scripts/copy-pictures.mjs`. Our own drawings in `things/` are not touched.
 */
import { createRequire } from 'node:module'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const {
  icons,
  width = 32,
  height = 32,
} = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8'),
)

/** A rider's helmet in our own lines, drawn over a face of the set. */
const HELMET =
  '<path fill="#C96F12" d="M4.6 12.2C4.3 5.6 9 1.5 16 1.5s11.7 4.1 11.4 10.7l-2.8.9c-4-2.5-13.2-2.5-17.2 0Z"/><path fill="#F5A623" d="M6 11C6 5.8 10 2.8 16 2.8S26 5.8 26 11c-4.6-2.3-15.4-2.3-20 0Z"/><path fill="#fff" d="M14.5 2.9h3v6.4h-3Z"/><path fill="#4A2A06" d="M6.2 11.6c4.4-2.6 15.2-2.6 19.6 0l.6 2.4c-5-2.4-15.8-2.4-20.8 0Z"/>'

/** Face of a person -> icon of the set. */
const FACES = {
  'old-woman': 'old-woman-light',
  'old-man': 'old-man-light',
  woman: 'woman-light',
  man: 'man-light',
  cook: 'woman-cook-light',
  rider: 'man-light',
  builder: 'man-construction-worker-light',
  'office-worker': 'man-office-worker-light',
  volunteer: 'woman-raising-hand-light',
}

const THINGS = [
  'alarm-clock',
  'badminton',
  'balance-scale',
  'bell',
  'bento-box',
  'books',
  'chopsticks',
  'classical-building',
  'cooking',
  'couch-and-lamp',
  'deciduous-tree',
  'graduation-cap',
  'handshake',
  'houses',
  'memo',
  'motor-scooter',
  'potable-water',
  'receipt',
  'shopping-cart',
  'steaming-bowl',
  'stethoscope',
  'takeout-box',
  'teddy-bear',
  'telephone',
  'toolbox',
  'waving-hand',
]

function write(folder, name, icon, over = '') {
  const found = icons[icon]
  if (found === undefined) throw new Error(`the set has no icon "${icon}"`)
  const target = fileURLToPath(new URL(`../src/pictures/${folder}/`, import.meta.url))
  mkdirSync(target, { recursive: true })
  const size = `0 0 ${found.width ?? width} ${found.height ?? height}`
  writeFileSync(
    `${target}${name}.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}">${found.body}${over}</svg>\n`,
  )
}

for (const [face, icon] of Object.entries(FACES)) write('faces', face, icon, face === 'rider' ? HELMET : '')
for (const thing of THINGS) {
  if (icons[thing] === undefined) console.warn(`skipped: ${thing}`)
  else write('things', thing, thing)
}
