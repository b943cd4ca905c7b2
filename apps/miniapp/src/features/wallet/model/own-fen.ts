import type { WalletView } from '@wanli/contracts/wallet'

/** One's own money in fen: what may be paid out. Gifts stay. */
export function ownFenOf(wallet: Pick<WalletView, 'pockets'>): number {
  return wallet.pockets.reduce((sum, { pocket, balanceFen }) => (pocket === 'own' ? sum + balanceFen : sum), 0)
}
