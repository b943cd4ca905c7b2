/**
 * Draws every dish of the demo catalogue into `src/pictures/dishes/`. Run it after changing a recipe and commit what it wrote:
 * `node scripts/draw-dishes.mjs`. The same recipes always give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath, URL } from 'node:url'
import { BREAKFAST } from './dishes/breakfast-dishes.mjs'
import { GREENS } from './dishes/greens-dishes.mjs'
import { MEAT } from './dishes/meat-dishes.mjs'
import { SETS } from './dishes/sets-dishes.mjs'

const folder = fileURLToPath(new URL('../src/pictures/dishes/', import.meta.url))
mkdirSync(folder, { recursive: true })

for (const [name, draw] of Object.entries({ ...BREAKFAST, ...MEAT, ...GREENS, ...SETS }))
  writeFileSync(`${folder}${name}.svg`, draw())
