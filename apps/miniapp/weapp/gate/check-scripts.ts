import { parse } from 'acorn'
import type { BuildFiles } from '../build-files'
import type { Finding } from './finding'

const LOCAL_ADDRESS = /https?:\/\/(127\.\d|localhost|0\.0\.0\.0|\[::1\]|192\.168\.|10\.\d|172\.(1[6-9]|2\d|3[01])\.)/
const PLAIN_ADDRESS = /["'`](http:\/\/[\w.-]+)/g
const SERVER_ONLY =
  /AppSecret|BEGIN (?:RSA |EC )?PRIVATE KEY|api\.mch\.weixin\.qq\.com|api\.weixin\.qq\.com|DATABASE_URL|JWT_SECRET/
/** Names of XML namespaces, not addresses. */
const NAMESPACES = ['http://www.w3.org']

/** Location calls that must be declared; the framework's own files mention all of them. */
const PRIVATE_CALL =
  /\b(getLocation|chooseLocation|chooseAddress|choosePoi|getFuzzyLocation|onLocationChange|startLocationUpdate|startLocationUpdateBackground)\(/g
const FRAMEWORK = /^(taro|vendors|runtime)\.js$/

/** Every script parses, and holds no address of a developer's machine, no unencrypted address and nothing only a server may know. */
export function checkScripts(build: BuildFiles): Finding[] {
  return build.ending('.js').flatMap((path) => {
    const text = build.text(path)
    const findings = [...syntaxFault(path, text), ...addressFaults(path, text)]
    const secret = SERVER_ONLY.exec(text)
    if (secret)
      findings.push({ check: 'secret', where: path, text: `holds ${secret[0]}, which only a server may know` })
    return findings
  })
}

/** Location interfaces that pages call and `app.json` does not declare: they fail on a phone without a word. */
export function checkPrivacy(build: BuildFiles): Finding[] {
  const declared = build.manifest.requiredPrivateInfos ?? []
  const called = new Set(
    build
      .ending('.js')
      .filter((path) => !FRAMEWORK.test(path))
      .flatMap((path) => [...build.text(path).matchAll(PRIVATE_CALL)].map(([, name]) => name ?? '')),
  )
  const undeclared = [...called]
    .filter((name) => !declared.includes(name))
    .map((name) => `requiredPrivateInfos lacks ${name}`)
  const unused = declared
    .filter((name) => !called.has(name))
    .map((name) => `requiredPrivateInfos names ${name}, which no page calls`)
  return [...undeclared, ...unused].map((text) => ({ check: 'privacy', where: 'app.json', text }))
}

function syntaxFault(path: string, text: string): Finding[] {
  try {
    // No newer than old phones read: a private field or `??=` would stop them.
    parse(text, { ecmaVersion: 2020, sourceType: 'script' })
    return []
  } catch (error) {
    return [{ check: 'script', where: path, text: String(error) }]
  }
}

function addressFaults(path: string, text: string): Finding[] {
  const local = LOCAL_ADDRESS.exec(text)
  const plain = [...text.matchAll(PLAIN_ADDRESS)]
    .map(([, address]) => address ?? '')
    .filter((address) => !LOCAL_ADDRESS.test(address) && !NAMESPACES.includes(address))
  return [
    ...(local ? [`a local address is baked in: ${local[0]}`] : []),
    ...new Set(plain.map((address) => `an address without encryption: ${address}`)),
  ].map((fault) => ({ check: 'address', where: path, text: fault }))
}
