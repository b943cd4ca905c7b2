// Makes the icon sheet, its type and the tab bar's PNGs from MingCute (Apache-2.0). The output is committed, so a build needs neither this script nor a browser.
// Run: node apps/miniapp/scripts/build-icons.mjs [path of a Chromium for the PNGs]
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { ICONS, TABS } from './icon-list.mjs'

const require = createRequire(import.meta.url)
const source = new URL('../src/', import.meta.url)

/** Colours of the tab bar: `--c-ink-2` and `--c-primary-ink` of either theme (a PNG cannot read a token). */
const TAB_COLOURS = { light: ['#4F5C57', '#075E46'], dark: ['#B7C3BD', '#7BD3B5'] }

/** @typedef {Record<string, { body: string }>} IconBodies */

/** @returns {Promise<IconBodies>} The drawings of the whole family by name. */
async function readFamily() {
  return JSON.parse(await readFile(require.resolve('@iconify-json/mingcute/icons.json'), 'utf8')).icons
}

/**
 * @param {IconBodies} family
 * @param {string} name
 * @param {string} colour
 * @returns {string} One icon as an SVG document of one colour.
 */
function svgOf(family, name, colour) {
  const icon = family[name]
  if (!icon) throw new Error(`no icon named ${name} in MingCute`)
  const body = icon.body.replaceAll('currentColor', colour)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`
}

/**
 * @param {string} svg
 * @returns {string} The document as a data URI that may stand in double quotes.
 */
function dataUri(svg) {
  const escaped = svg
    .replaceAll('"', "'")
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
  return `data:image/svg+xml,${escaped}`
}

/** @param {IconBodies} family */
async function writeSheet(family) {
  const names = [...new Set(ICONS)].sort()
  // The prefixed property alone: every engine we serve reads it, and each drawing is written once.
  const rules = names.map(
    (name) => `.i-${name} {\n  -webkit-mask-image: url("${dataUri(svgOf(family, name, 'black'))}");\n}`,
  )
  await writeFile(
    new URL('shared/icons/icons.scss', source),
    `/* Made by scripts/build-icons.mjs. */\n${rules.join('\n')}\n`,
  )
  const union = names.map((name) => `  | '${name}'`).join('\n')
  const type = `// Made by scripts/build-icons.mjs.\n/** Names of the interface icons. */\nexport type IconName =\n${union}\n`
  await writeFile(new URL('shared/icons/icon-name.ts', source), type)
}

/**
 * @param {IconBodies} family
 * @param {string} chromiumPath
 */
async function writeTabs(family, chromiumPath) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
  for (const [theme, [plain, open]] of Object.entries(TAB_COLOURS)) {
    for (const [file, line, fill] of TABS) {
      for (const [name, icon, colour] of [
        [file, line, plain],
        [`${file}-on`, fill, open],
      ]) {
        const image = `<body style="margin:0"><img style="display:block" width="81" height="81" src="${dataUri(svgOf(family, icon, colour))}">`
        await page.setContent(image)
        const path = new URL(`assets/tabs/${theme}/${name}.png`, source).pathname
        await page.screenshot({ path, omitBackground: true })
      }
    }
  }
  await browser.close()
}

const family = await readFamily()
await writeSheet(family)
const chromiumPath = process.argv[2]
if (chromiumPath) await writeTabs(family, chromiumPath)
