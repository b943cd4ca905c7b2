import type { BuildFiles } from '../build-files'
import { checkManifest } from './check-manifest'
import { checkMarkup } from './check-markup'
import { checkOfficial } from './check-official'
import { checkPrivacy, checkScripts } from './check-scripts'
import { checkSizes } from './check-sizes'
import type { Finding } from './finding'

/** Everything that keeps a weapp build from being shipped; an empty list opens the gate. Takes some seconds. */
export function passGate(build: BuildFiles): Finding[] {
  return [...quickChecks(build), ...checkOfficial(build)]
}

/** The gate without WeChat's slow own tool. */
export function quickChecks(build: BuildFiles): Finding[] {
  return [
    ...checkManifest(build),
    ...checkMarkup(build),
    ...checkScripts(build),
    ...checkPrivacy(build),
    ...checkSizes(build),
  ]
}
