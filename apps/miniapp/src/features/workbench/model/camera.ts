/** Why a camera cannot be used. */
export type CameraTrouble = 'refused' | 'absent' | 'unable'

/** The reason behind an error of `getUserMedia`, by the names browsers give. */
export function cameraTroubleOf(errorName: string): CameraTrouble {
  if (errorName === 'NotAllowedError' || errorName === 'SecurityError') return 'refused'
  return errorName === 'NotFoundError' || errorName === 'OverconstrainedError' ? 'absent' : 'unable'
}
