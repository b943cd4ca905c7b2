import decodeQR from 'qr/decode.js'

/** Long side of the picture that is searched for a code, in px: enough for a phone held at arm's length, small enough for every frame. */
const SEARCHED_SIDE = 640
const EVERY_MS = 140

function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  const scale = SEARCHED_SIDE / Math.max(video.videoWidth, video.videoHeight)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context || canvas.width === 0) return null
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    // No code in this frame: the decoder says so by throwing.
    return null
  }
}

/**
 * Shows the camera in `place` and calls `onCode` with the first code it reads. The answer ends it and lets the camera go.
 * Rejects with the browser's error when there is no camera or it is not allowed.
 */
export async function startCamera(place: HTMLElement, onCode: (code: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const video = document.createElement('video')
  video.playsInline = true
  video.muted = true
  video.srcObject = stream
  video.style.cssText = 'width:100%;height:100%;object-fit:cover;display:block'
  place.append(video)
  const canvas = document.createElement('canvas')
  const stop = (): void => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    video.remove()
  }
  const timer = setInterval(() => {
    const code = video.readyState >= video.HAVE_CURRENT_DATA ? readFrame(video, canvas) : null
    if (code === null) return
    stop()
    onCode(code)
  }, EVERY_MS)
  await video.play()
  return stop
}
