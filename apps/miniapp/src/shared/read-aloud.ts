/** Whether this device can read text aloud by itself: browsers can, WeChat cannot without a plugin. */
export function canReadAloud(): boolean {
  return process.env.TARO_ENV === 'h5' && 'speechSynthesis' in window
}

/** Reads Chinese sentences aloud, a little slowly, and stops whatever was being read before. Does nothing where `canReadAloud` is false. */
export function readAloud(sentences: readonly string[]): void {
  if (!canReadAloud()) return
  window.speechSynthesis.cancel()
  const speech = new SpeechSynthesisUtterance(sentences.join('。'))
  speech.lang = 'zh-CN'
  speech.rate = 0.85
  window.speechSynthesis.speak(speech)
}
