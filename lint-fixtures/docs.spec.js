import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

// Pages say what is true today: what they name in `backticks` stands somewhere in the code, and what they lead to is there. Decisions
// say what was true when they were taken, so of them only the links count.
const root = join(import.meta.dirname, '..')
const read = (path) => readFileSync(join(root, path), 'utf8')
const NOT_OURS = /^(node_modules|dist|out|data|coverage|\.git|\.nx|\.swc)$/
const filesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesIn(path) : [path]
    })

const files = filesIn('.')
const pages = files.filter((path) => path.endsWith('.md'))
const isCode = (path) =>
  /\.(ts|tsx|js|mjs|json|scss|html|yml)$|Dockerfile$|^\.ci\/run$|^\.env\.example$/.test(path) &&
  path !== 'package-lock.json' &&
  path !== 'lint-fixtures/docs.spec.js'
const code = new Set([...files, ...files.filter(isCode).map(read)].flatMap((text) => text.match(/\w+/g) ?? []))
/** `uq_…_order_id` is the end of a name. */
const isThere = (name) => code.has(name) || (name.startsWith('_') && [...code].some((whole) => whole.endsWith(name)))

for (const page of pages) {
  test(`${page} leads to what is there`, () => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link)
    assert.deepEqual(
      links.filter((link) => !existsSync(join(root, dirname(page), link))),
      [],
    )
  })
}

for (const page of pages.filter((path) => !path.startsWith('docs/decisions/'))) {
  test(`${page} names what is there`, () => {
    const spans = [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span.replace(/<[^>]*>/g, ' '))
    const names = spans.flatMap((span) => span.match(/\b[A-Za-z_]\w{3,}\b/g) ?? [])
    assert.deepEqual([...new Set(names)].filter((name) => !isThere(name)).sort(), [])
  })
}
