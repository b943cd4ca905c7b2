import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import yaml from 'js-yaml'

// What can be known of the image without an engine to build it: that its parts exist, that the server needs no package the
// image leaves out, and that it starts the way compose starts it.
const root = join(import.meta.dirname, '..')
const read = (path) => readFileSync(join(root, path), 'utf8')
const compose = yaml.load(read('docker-compose.yml'))
const dockerfile = read('Dockerfile')
const example = Object.fromEntries(
  read('.env.example')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
)

test('every file the image copies exists after a build', () => {
  const copies = [...dockerfile.matchAll(/^COPY (?:--from=(\w+) )?(.+) \S+$/gm)]
  assert.ok(copies.length > 10)
  for (const [, , sources] of copies) {
    for (const source of sources.split(' ')) assert.ok(existsSync(join(root, source.replace(/^\/app\//, ''))), source)
  }
})

test('the ignore file lets through what the image copies from here', () => {
  const kept = read('.dockerignore').match(/(?<=^!).+$/gm)
  for (const [, sources] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
    for (const source of sources.split(' ')) assert.ok(kept.includes(source.split('/')[0]), source)
  }
})

test('the server imports only packages that it declares, so that none is missing in the image', () => {
  const { dependencies } = JSON.parse(read('apps/api/package.json'))
  const scripts = readdirSync(join(root, 'apps/api/dist/src'), { recursive: true }).filter((path) =>
    path.endsWith('.js'),
  )
  assert.ok(scripts.length > 20)
  for (const script of scripts) {
    for (const [, name] of read(`apps/api/dist/src/${script}`).matchAll(
      /^(?:import|export) (?:[^'"]* from )?['"]([^'".][^'"]*)['"];?$/gm,
    )) {
      const owner = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]
      assert.ok(
        name.startsWith('node:') || builtinModules.includes(owner) || owner in dependencies,
        `${script} imports ${name}`,
      )
    }
  }
})

test('the example names every variable that compose reads, and compose needs none of them', () => {
  for (const [, name, rest] of read('docker-compose.yml').matchAll(/(?<!\$)\$\{(\w+)(:-)?/g)) {
    assert.ok(name in example, `${name} is not in .env.example`)
    assert.equal(rest, ':-', `${name} has no default, so a fresh clone would not start`)
  }
})

test('compose reads every variable that the example names', () => {
  for (const name of Object.keys(example)) assert.match(read('docker-compose.yml'), new RegExp(`\\$\\{${name}:-`), name)
})

test('no secret of the server has a value in the compose file', () => {
  for (const name of ['TOKEN_SECRET', 'SEALING_KEYS', 'INDEX_KEY'])
    assert.equal(compose.services.api.environment[name], `\${${name}:-}`)
})

test('the server waits for a healthy database, and both keep their data', () => {
  assert.equal(compose.services.api.depends_on.db.condition, 'service_healthy')
  assert.ok(compose.services.db.healthcheck.test)
  assert.match(dockerfile, /^HEALTHCHECK /m)
  for (const service of Object.values(compose.services)) {
    for (const volume of service.volumes) assert.ok(volume.split(':')[0] in compose.volumes, volume)
  }
})

test('the image does not run as root', () => {
  assert.match(dockerfile, /^USER node$/m)
})

test('compose itself accepts the file, without and with the example', () => {
  const plugin = spawnSync('docker', ['compose', 'version']).status === 0
  const [program, ...first] = plugin ? ['docker', 'compose'] : ['docker-compose']
  for (const options of [[], ['--env-file', '.env.example']]) {
    const run = spawnSync(program, [...first, ...options, 'config', '--quiet'], { cwd: root, encoding: 'utf8' })
    assert.equal(run.status, 0, run.stderr ?? run.error)
  }
})

const start = (env) => {
  const command = JSON.parse(/^CMD (\[.+\])$/m.exec(dockerfile)[1])
  const dataDir = mkdtempSync(join(tmpdir(), 'wanli-container-'))
  const child = spawn(command[0], command.slice(1), {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', DATA_DIR: dataDir, PORT: '0', ...env },
  })
  return { child, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}
const closingWords = async ({ child, remove }) => {
  let errors = ''
  child.stderr.on('data', (text) => (errors += text))
  const [code] = await once(child, 'close')
  remove()
  assert.notEqual(code, 0)
  return errors
}

test('the production entry refuses the demo when it is said once', async () => {
  assert.match(await closingWords(start({ DEMO: '1' })), /DEMO_IN_PRODUCTION=1/)
})

/**
 * What compose gives the server when `.env` says this. The database is a file, since there is no other here, and the server says where it
 * listens, since PUBLIC_URL leads to whatever stands before it.
 */
const composed = (dotEnv) =>
  Object.fromEntries(
    Object.entries(compose.services.api.environment)
      .filter(([name]) => name !== 'DATABASE_URL' && name !== 'PUBLIC_URL')
      .map(([name, value]) => [
        name,
        value.replace(/\$\{(\w+):-([^}]*)\}/g, (_, from, other) => dotEnv[from] || other),
      ]),
  )

test('the production entry refuses real use without secrets of its own', async () => {
  const words = await closingWords(start(composed(example)))
  for (const name of ['TOKEN_SECRET', 'SEALING_KEYS', 'INDEX_KEY']) assert.match(words, new RegExp(`${name}: required`))
})

const secrets = {
  TOKEN_SECRET: 't'.repeat(32),
  SEALING_KEYS: `2026:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: 'i'.repeat(32),
}

for (const [what, dotEnv] of [
  ['from a fresh clone', {}],
  ['for real use, once the example has its secrets', { ...example, ...secrets }],
])
  test(`the production entry starts as compose starts it ${what}, and says where`, () => startsWith(composed(dotEnv)))

async function startsWith(env) {
  const { child, remove } = start(env)
  const closed = once(child, 'close')
  try {
    let output = ''
    const url = await new Promise((resolve) => {
      child.stdout.on('data', (text) => {
        output += text
        const said = /is ready: (http:\/\/[^ ]+)/.exec(output)
        if (said) resolve(said[1])
      })
      void closed.then(() => resolve(null))
    })
    const health = url === null ? null : await fetch(`${url}/health/ready`)
    assert.equal(health?.status, 200, output)
  } finally {
    child.kill('SIGTERM')
    await closed
    remove()
  }
}
