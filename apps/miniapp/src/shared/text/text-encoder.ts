/**
 * The `TextEncoder` that WeChat's logic thread does not have: text as UTF-8 bytes. The weapp build puts it in the place of the missing
 * global; without it no QR code can be drawn on a phone.
 */
export class TextEncoder {
  encode(text: string): Uint8Array {
    // `encodeURIComponent` knows UTF-8: %E5%8F%96 are three bytes, everything else is one. A lone surrogate throws URIError.
    const bytes = encodeURIComponent(text).match(/%[0-9A-F]{2}|./g) ?? []
    return Uint8Array.from(bytes, (byte) =>
      byte.length === 3 ? Number.parseInt(byte.slice(1), 16) : byte.charCodeAt(0),
    )
  }
}
