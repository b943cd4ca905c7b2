/** One reason why a weapp build must not be shipped. `where` is a file of the build, or the package's root. */
export interface Finding {
  check: 'markup' | 'style' | 'script' | 'manifest' | 'size' | 'address' | 'secret' | 'privacy' | 'official'
  where: string
  text: string
}
