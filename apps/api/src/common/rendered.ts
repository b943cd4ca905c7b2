import { createHash } from 'node:crypto'

/** A digest that two different texts never share. */
export const digestOf = (content: string | Buffer): string => createHash('sha1').update(content).digest('base64url')

/** A part of a reply that many readers share: its JSON is made once, as the bytes that are sent. */
export class SharedPart<Part extends object> {
  /** The JSON without the bracket at its end. */
  readonly open: Buffer
  readonly digest: string
  /** Only for the compiler: what the JSON holds. */
  declare readonly part: Part

  constructor(part: Part) {
    this.open = Buffer.from(JSON.stringify(part).slice(0, -1))
    this.digest = digestOf(this.open)
  }
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
    private readonly shared: { open: Buffer; digest: string },
    private readonly rest: string,
  ) {
    this.tag = `W/"${digestOf(shared.digest + rest)}"`
  }

  /** Puts one's own members, of which there is at least one, behind a shared part, which has at least one too. */
  static of<Shared extends object, Own extends object>(shared: SharedPart<Shared>, own: Own): Rendered<Shared & Own> {
    return new Rendered<Shared & Own>(shared, `,${JSON.stringify(own).slice(1)}`)
  }

  /** The JSON as bytes. */
  bytes(): Buffer {
    return Buffer.concat([this.shared.open, Buffer.from(this.rest)])
  }
}
