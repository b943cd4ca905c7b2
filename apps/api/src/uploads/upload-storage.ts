/** Where the bytes of pictures lie, by upload id. A store that takes the place of these is one class that extends this. */
export abstract class UploadStorage {
  /** Keeps bytes under an id, in place of what was there. */
  abstract put(id: string, bytes: Buffer): Promise<void>
  /** The bytes of an id; undefined when there are none. */
  abstract get(id: string): Promise<Buffer | undefined>
  /** Removes the bytes of an id; nothing happens when there are none. */
  abstract remove(id: string): Promise<void>
}
