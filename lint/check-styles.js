import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { literalStyles } from './style-literals.js'

// Run by `npm run check:styles`: literal colours and font sizes belong to the token file alone.
const TOKENS = 'apps/miniapp/src/shared/theme/tokens.scss'
const root = join(import.meta.dirname, '..')

const stylesheets = readdirSync(join(root, 'apps/miniapp/src'), { recursive: true })
  .map((path) => `apps/miniapp/src/${path.split(sep).join('/')}`)
  .filter((path) => path.endsWith('.scss') && path !== TOKENS)

const findings = stylesheets.flatMap((path) =>
  literalStyles(readFileSync(join(root, path), 'utf8')).map(
    ({ line, declaration }) => `${path}:${line}  ${declaration}`,
  ),
)
for (const finding of findings) console.error(`${finding}  (use a token of ${TOKENS})`)
process.exitCode = findings.length > 0 ? 1 : 0
