/** The phone's key-value store: values cross as JSON, a missing key reads as `''`. */
export class PhoneStorage {
  private readonly items = new Map<string, string>()

  read(key: string): unknown {
    const text = this.items.get(key)
    return text === undefined ? '' : (JSON.parse(text) as unknown)
  }

  /** As `read`, but throws for a missing key, as the asynchronous call does. */
  readStrictly(key: string): unknown {
    if (!this.items.has(key)) throw new Error('data not found')
    return this.read(key)
  }

  write(key: string, value: unknown): void {
    this.items.set(key, JSON.stringify(value ?? null))
  }

  remove(key: string): void {
    this.items.delete(key)
  }

  clear(): void {
    this.items.clear()
  }

  info(): { keys: string[]; currentSize: number; limitSize: number } {
    const size = [...this.items.values()].reduce((sum, text) => sum + text.length, 0)
    return { keys: [...this.items.keys()], currentSize: Math.ceil(size / 1024), limitSize: 10240 }
  }
}
