import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { WalletView } from '@wanli/contracts/wallet'
import { walletQuery } from '@/shared/api/get-wallet'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** `POST /wallet/card/lost`. */
export function useReportLoss(): UseMutationResult<WalletView, Error, void> {
  return useMutation({
    mutationFn: () => call('POST /wallet/card/lost'),
    onSuccess: (wallet) => queryClient.setQueryData(walletQuery.queryKey, wallet),
  })
}
