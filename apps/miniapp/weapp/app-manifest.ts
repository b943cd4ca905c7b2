/** A sub-package as `app.json` declares it. */
export interface SubPackage {
  root: string
  name?: string
  pages: string[]
}

/** The parts of `app.json` that the gate and the emulator read. */
export interface AppManifest {
  pages: string[]
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  window?: Record<string, string>
  tabBar?: { color?: string; selectedColor?: string; backgroundColor?: string; list: TabItem[] }
  usingComponents?: Record<string, string>
  requiredPrivateInfos?: string[]
  preloadRule?: Record<string, { packages: string[] }>
}

/** One tab of the tab bar. Icon paths are relative to the package root. */
export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

/** Sub-packages of a manifest, whichever spelling it uses. */
export function subPackagesOf(manifest: AppManifest): SubPackage[] {
  return manifest.subPackages ?? manifest.subpackages ?? []
}

/** Every page route of a manifest, sub-packages included. */
export function routesOf(manifest: AppManifest): string[] {
  return [
    ...manifest.pages,
    ...subPackagesOf(manifest).flatMap(({ root, pages }) => pages.map((page) => `${withoutSlash(root)}/${page}`)),
  ]
}

/** Root of the sub-package a file belongs to, or null for the main package. */
export function packageOf(manifest: AppManifest, path: string): string | null {
  return (
    subPackagesOf(manifest)
      .map(({ root }) => withoutSlash(root))
      .find((root) => path.startsWith(`${root}/`)) ?? null
  )
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '')
}
