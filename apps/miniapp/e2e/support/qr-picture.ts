import { writeFileSync } from 'node:fs'
import { decodeQR } from 'qr/decode.js'
import type { Browser, Locator } from 'playwright-core'

/** Pixels of a picture, four bytes each. */
export interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Takes a picture of an element as a camera would see it, with a white margin around it. */
export async function pixelsOf(browser: Browser, element: Locator): Promise<Pixels> {
  await element.locator('img').first().evaluate(untilDrawn)
  const png = await element.screenshot()
  const context = await browser.newContext()
  const page = await context.newPage()
  const pixels = await page.evaluate(async (encoded) => {
    const bytes = await (await fetch(`data:image/png;base64,${encoded}`)).blob()
    const picture = await createImageBitmap(bytes)
    const canvas = document.createElement('canvas')
    const side = Math.max(picture.width, picture.height)
    canvas.width = side + 80
    canvas.height = side + 80
    const paper = canvas.getContext('2d')
    if (!paper) throw new Error('no canvas')
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(picture, 40, 40)
    const { data } = paper.getImageData(0, 0, canvas.width, canvas.height)
    // One character a pixel: a list of numbers would take most of a minute to cross.
    let dark = ''
    for (let at = 0; at < data.length; at += 4) dark += (data[at] ?? 255) < 128 ? '1' : '0'
    return { width: canvas.width, height: canvas.height, dark }
  }, png.toString('base64'))
  await context.close()
  const data = new Uint8ClampedArray(pixels.dark.length * 4).fill(255)
  for (let index = 0; index < pixels.dark.length; index += 1) {
    if (pixels.dark.charAt(index) === '1') data.fill(0, index * 4, index * 4 + 3)
  }
  return { width: pixels.width, height: pixels.height, data }
}

/** Waits in the page until a picture has come: a screenshot is taken without it, and shows nothing where it will be. */
async function untilDrawn(picture: Element): Promise<void> {
  const image = picture as HTMLImageElement
  while (!image.complete || image.naturalWidth === 0) await new Promise(requestAnimationFrame)
  await image.decode()
}

/** Text of the QR code in a picture. Throws when there is none. */
export function readCode(pixels: Pixels): string {
  return decodeQR(pixels)
}

/** Writes a film (Y4M) that shows the picture in the middle: what Chromium gives as the camera. Sides of the film are even. */
export function writeFilm(path: string, picture: Pixels): void {
  const width = 640
  const height = 480
  const luma = Buffer.alloc(width * height, 235)
  const scale = Math.max(picture.width, picture.height) / 440
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor((x - (width - picture.width / scale) / 2) * scale)
      const row = Math.floor((y - (height - picture.height / scale) / 2) * scale)
      if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) continue
      luma[y * width + x] = (picture.data[(row * picture.width + column) * 4] ?? 255) < 128 ? 16 : 235
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)])
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`),
      ...Array<Buffer>(10).fill(frame),
    ]),
  )
}
