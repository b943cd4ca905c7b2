/** Takes away what `index.html` shows until the first page is there; WeChat draws a picture of its own. */
export function endSplash(): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById('splash')?.remove()
}
