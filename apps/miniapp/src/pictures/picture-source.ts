import { pictureFolder } from './picture-folder'

/** Address of a picture by name. On H5 the build copies `src/pictures` beside the app. */
export function pictureSource(name: string): string {
  return `/pictures/${pictureFolder(name)}/${name}.svg`
}
