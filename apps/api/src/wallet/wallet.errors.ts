import type { WalletErrors } from '@wanli/contracts/wallet'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of the wallet. */
export const WALLET_ERRORS = {
  'wallet.insufficient': { status: 409, message: '钱包里还有 ¥{balance}，这次要 ¥{needed}，不够付' },
} as const satisfies Catalogue<WalletErrors>
