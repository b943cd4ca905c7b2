import { existsSync, readFileSync } from 'node:fs'

// Exit code 0 when node_modules holds what package-lock.json asks for. Packages for other systems may be absent.
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {})
const wanted = read('package-lock.json')
const installed = read('node_modules/.package-lock.json')
const missing = Object.entries(wanted)
  .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.optional && !entry.peer)
  .filter(([path, entry]) => installed[path]?.version !== entry.version)
if (missing.length > 0) console.log(`${missing.length} packages are missing or old, such as ${missing[0][0]}`)
process.exitCode = missing.length > 0 ? 1 : 0
