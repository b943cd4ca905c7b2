import { existsSync, readFileSync } from 'node:fs'

// Exit code 0 when node_modules holds what package-lock.json asks for. Packages for other systems may be absent.
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
const wanted = Object.entries(read('package-lock.json').packages).filter(
  ([path, { link, optional }]) => path.includes('node_modules/') && !link && !optional,
)
const missing = wanted.filter(([path, { version }]) => read(`${path}/package.json`).version !== version)
if (missing.length > 0) console.log(`${missing.length} packages are missing or old, such as ${missing[0][0]}`)
process.exitCode = missing.length > 0 ? 1 : 0
