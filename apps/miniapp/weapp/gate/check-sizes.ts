import { packageOf, subPackagesOf } from '../app-manifest'
import type { BuildFiles } from '../build-files'
import type { Finding } from './finding'

const KB = 1024
const MB = 1024 * KB

/** Our own limits, in bytes; WeChat's are 2 MB for every package and 30 MB in all. */
const PACKAGE_LIMITS = { main: MB, sub: 500 * KB, preload: 2 * MB }

/** WeChat leaves these out of the upload. */
const NOT_UPLOADED = /\.(map|LICENSE\.txt)$|^project\.(private\.)?config\.json$/

/** Bytes of each package that would be uploaded; the main package is `main`. */
function packageSizes(build: BuildFiles): Map<string, number> {
  const manifest = build.manifest
  const sizes = new Map<string, number>([['main', 0]])
  for (const path of build.paths.filter((file) => !NOT_UPLOADED.test(file))) {
    const name = packageOf(manifest, path) ?? 'main'
    sizes.set(name, (sizes.get(name) ?? 0) + build.bytes(path))
  }
  return sizes
}

/** Packages that are larger than we allow, and preload rules that fetch more than WeChat does. */
export function checkSizes(build: BuildFiles): Finding[] {
  const sizes = packageSizes(build)
  const tooLarge = [...sizes]
    .map(([name, bytes]) => ({ name, bytes, limit: name === 'main' ? PACKAGE_LIMITS.main : PACKAGE_LIMITS.sub }))
    .filter(({ bytes, limit }) => bytes >= limit)
    .map(({ name, bytes, limit }) => finding(name, `is ${kilobytes(bytes)}, the limit is ${kilobytes(limit)}`))
  const manifest = build.manifest
  const preloads = Object.entries(manifest.preloadRule ?? {}).flatMap(([page, { packages }]) => {
    const roots = subPackagesOf(manifest).filter(
      ({ root, name }) => packages.includes(root) || packages.includes(name ?? root),
    )
    const bytes = roots.reduce((sum, { root }) => sum + (sizes.get(root.replace(/\/$/, '')) ?? 0), 0)
    return bytes > PACKAGE_LIMITS.preload ? [finding(page, `preloads ${kilobytes(bytes)}`)] : []
  })
  return [...tooLarge, ...preloads]
}

function finding(where: string, text: string): Finding {
  return { check: 'size', where, text }
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / KB)} KB`
}
