import { routesOf } from '../app-manifest'
import type { BuildFiles } from '../build-files'
import type { Finding } from './finding'

/** Keys WeChat knows in `app.json`. It ignores any other without a word, so a misspelt one simply does nothing. */
const KNOWN_KEYS = new Set(
  (
    'entryPagePath pages window tabBar networkTimeout debug functionalPages subPackages subpackages workers ' +
    'requiredBackgroundModes requiredPrivateInfos plugins preloadRule resizable usingComponents permission sitemapLocation ' +
    'style useExtendedLib entranceDeclare darkmode themeLocation lazyCodeLoading singlePage supportedMaterials ' +
    'serviceProviderTicket embeddedAppIdList halfPage debugOptions enablePassiveEvent resolveAlias renderer rendererOptions ' +
    'componentFramework miniApp static convertRpxToVw __usePrivacyCheck__ appBar behavior'
  ).split(' '),
)

/** `app.json` has known keys only, names pages that exist, and its tabs lie in the main package with pictures that exist. */
export function checkManifest(build: BuildFiles): Finding[] {
  const manifest = build.manifest
  const has = (path: string) => build.paths.includes(path)
  const unknown = Object.keys(manifest)
    .filter((key) => !KNOWN_KEYS.has(key))
    .map((key) => `unknown key ${key}`)
  const missing = routesOf(manifest)
    .flatMap((route) => ['.js', '.wxml', '.json'].map((ending) => `${route}${ending}`))
    .filter((path) => !has(path))
    .map((path) => `names a page without ${path}`)
  const tabs = [...(manifest.tabBar?.list ?? []), ...(build.manifestIn('dark').tabBar?.list ?? [])]
  const elsewhere = tabs
    .filter(({ pagePath }) => !manifest.pages.includes(pagePath))
    .map(({ pagePath }) => `tab ${pagePath} is not in the main package`)
  const pictures = tabs
    .flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    .filter((path) => path !== undefined && !has(path))
    .map((path) => `tab picture ${path ?? ''} is missing`)
  return [...unknown, ...missing, ...elsewhere, ...pictures].map((text) => ({
    check: 'manifest',
    where: 'app.json',
    text,
  }))
}
