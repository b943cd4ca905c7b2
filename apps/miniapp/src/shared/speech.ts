/** Whether this device can read a text aloud in Chinese. WeChat offers no such call without a plugin. */
export function canSpeak(): boolean {
  return process.env.TARO_ENV === 'h5' && typeof window !== 'undefined' && 'speechSynthesis' in window
}

/** Reads a text aloud, a little slower than usual; ends what was being read. `onEnd` is told when it is over, also when it failed. */
export function speak(text: string, onEnd: () => void): void {
  if (!canSpeak()) return
  stopSpeaking()
  const words = new SpeechSynthesisUtterance(text)
  words.lang = 'zh-CN'
  words.rate = 0.85
  words.onend = onEnd
  words.onerror = onEnd
  window.speechSynthesis.speak(words)
}

/** Ends what is being read, if anything is. */
export function stopSpeaking(): void {
  if (canSpeak()) window.speechSynthesis.cancel()
}
