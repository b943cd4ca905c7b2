import { qrImage } from './qr-image'

describe('the picture of a code', () => {
  it('draws each run of dark cells as one box in its place', () => {
    const svg = decodeURIComponent(
      qrImage([
        [true, true, false],
        [false, false, true],
        [true, false, true],
      ]),
    )
    expect(svg).toContain("viewBox='0 0 3 3'")
    expect(svg).toContain("d='M0 0h2v1h-2zM2 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z'")
  })
})
