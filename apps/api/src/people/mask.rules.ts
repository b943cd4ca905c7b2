/** `138****1234`. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** `3101**********1234`. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/**
 * Whether a text is a citizen's ID number: 18 characters, a birth day that exists, and the check character of GB 11643-1999
 * (ISO 7064 MOD 11-2).
 */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const birthDay = birthDayOfIdNumber(text)
  if (Number.isNaN(Date.parse(birthDay)) || new Date(birthDay).toISOString().slice(0, 10) !== birthDay) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return CHECK_CHARACTERS[sum % 11] === text[17]
}

/** The birth day written in an ID number, `YYYY-MM-DD`. */
function birthDayOfIdNumber(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
}
