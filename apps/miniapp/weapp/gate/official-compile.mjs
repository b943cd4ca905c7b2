// Runs WeChat's own miniprogram-ci over a build, without network, and prints its complaints as a JSON list of strings.
// A process of its own, because it cuts every socket (the tool asks one of WeChat's servers for a list and waits long for it)
// and writes to the console as it pleases.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

Socket.prototype.connect = function connect() {
  process.nextTick(() => this.destroy(new Error('offline')))
  return this
}

const [, , directory] = process.argv
process.stdout.write = () => true
const ci = createRequire(import.meta.url)('miniprogram-ci')

const scratch = mkdtempSync(join(tmpdir(), 'weapp-gate-'))
const privateKeyPath = join(scratch, 'throw-away.key')
const encoding = {
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}
writeFileSync(privateKeyPath, generateKeyPairSync('rsa', { modulusLength: 2048, ...encoding }).privateKey)

/** Advice that cannot apply: compression is WeChat's own upload setting. */
const notOurs = /COMPRESS_OPEN/

const complaints = []
try {
  const project = new ci.Project({
    appid: 'wx1111222233334444',
    type: 'miniProgram',
    projectPath: directory,
    privateKeyPath,
    ignores: [],
  })
  project.attr = () => Promise.resolve(ci.DefaultProjectAttr)
  const manifest = JSON.parse(readFileSync(join(directory, 'app.json'), 'utf8'))
  const subPackages = manifest.subPackages ?? manifest.subpackages ?? []
  const pages = [
    ...manifest.pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root.replace(/\/$/, '')}/${page}`)),
  ]
  await ci.getAppJSON(project)
  for (const pagePath of pages) await ci.getPageJSON(project, { pagePath })
  await ci.getCompiledResult({ project, setting: {}, threads: 0, onProgressUpdate: () => undefined })
  for (const { success, name, text } of await ci.checkCodeQuality(project)) {
    if (!success && !notOurs.test(name)) complaints.push(`quality ${name}: ${text}`)
  }
} catch (error) {
  complaints.push(String(error?.message ?? error).replace(/\s+/g, ' '))
}
rmSync(scratch, { recursive: true })
writeSync(1, JSON.stringify(complaints))
process.exit(0)
