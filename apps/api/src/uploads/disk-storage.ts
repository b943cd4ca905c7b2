import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { UploadStorage } from './upload-storage.js'

/** Characters of an id that name its folder: its end, since ids begin with the time. */
const FOLDER = -2

/** Pictures as files of one folder, for one server. */
export class DiskStorage extends UploadStorage {
  constructor(private readonly folder: string) {
    super()
  }

  async put(id: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(id)
    await mkdir(dirname(path), { recursive: true })
    // Written beside and renamed: a reader sees all of it or nothing.
    await writeFile(`${path}.part`, bytes, { mode: 0o600 })
    await rename(`${path}.part`, path)
  }

  async get(id: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.pathOf(id))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  async remove(id: string): Promise<void> {
    const path = this.pathOf(id)
    // A process that ended while it wrote has left its part behind.
    await rm(`${path}.part`, { force: true })
    await rm(path, { force: true })
  }

  private pathOf(id: string): string {
    return join(this.folder, id.slice(FOLDER), `${id}.jpg`)
  }
}
