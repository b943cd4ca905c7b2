import { createHash } from 'node:crypto'
import { crc32, deflateRawSync, constants } from 'node:zlib'

/** A digest that two different texts never share. */
export const digestOf = (content: string | Buffer): string => createHash('sha1').update(content).digest('base64url')

/** A part of a reply that many readers share: its JSON is made once, as the bytes that are sent, and compressed at most once. */
export class SharedPart<Part extends object> {
  /** The JSON without the bracket at its end. */
  readonly open: Buffer
  readonly digest: string
  /** Only for the compiler: what the JSON holds. */
  declare readonly part: Part
  private packed: PackedPart | undefined

  constructor(part: Part) {
    this.open = Buffer.from(JSON.stringify(part).slice(0, -1))
    this.digest = digestOf(this.open)
  }

  /** The same compressed, ending at the edge of a byte, so that anything may follow. */
  get deflated(): PackedPart {
    this.packed ??= {
      bytes: deflateRawSync(this.open, { level: constants.Z_BEST_SPEED, finishFlush: constants.Z_FULL_FLUSH }),
      crc: crc32(this.open),
    }
    return this.packed
  }
}

interface PackedPart {
  bytes: Buffer
  crc: number
}

/**
 * A reply that is JSON already: a part that many readers share, then members of one's own. Its tag is known before its bytes are put
 * together, so that who has the same already is told so at once. Sent by `http/revalidation.ts`.
 */
export class Rendered<View extends object> {
  /** The entity tag (RFC 9110): the same only for the same bytes. Weak, since the bytes may travel compressed. */
  readonly tag: string
  /** Only for the compiler: what the JSON holds. */
  declare readonly view: View

  private constructor(
    private readonly shared: SharedPart<object>,
    private readonly rest: string,
  ) {
    this.tag = `W/"${digestOf(shared.digest + rest)}"`
  }

  /** Whether something is a reply of this kind. */
  static is(reply: unknown): reply is Rendered<object> {
    return reply instanceof Rendered
  }

  /** Puts one's own members, of which there is at least one, behind a shared part, which has at least one too. */
  static of<Shared extends object, Own extends object>(shared: SharedPart<Shared>, own: Own): Rendered<Shared & Own> {
    return new Rendered<Shared & Own>(shared, `,${JSON.stringify(own).slice(1)}`)
  }

  /** The JSON as bytes. */
  bytes(): Buffer {
    return Buffer.concat([this.shared.open, Buffer.from(this.rest)])
  }

  /**
   * The JSON as one gzip member (RFC 1952): the shared part, which is compressed once for all, then one's own as it is, in a stored
   * block of deflate (RFC 1951, 3.2.4). One's own part must be shorter than 64 KiB.
   */
  gzip(): Buffer {
    const own = Buffer.from(this.rest)
    const { bytes, crc } = this.shared.deflated
    const stored = Buffer.alloc(5)
    stored.writeUInt8(1, 0)
    stored.writeUInt16LE(own.length, 1)
    stored.writeUInt16LE(~own.length & 0xffff, 3)
    const end = Buffer.alloc(8)
    end.writeUInt32LE(crc32(own, crc), 0)
    end.writeUInt32LE(this.shared.open.length + own.length, 4)
    return Buffer.concat([GZIP_HEAD, bytes, stored, own, end])
  }
}

/** A gzip member without name or time, made by nobody in particular. */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
