import type { Page, PageQuery } from '@wanli/contracts/page'
import type { WalletEntryView, WalletView } from '@wanli/contracts/wallet'
import { DataSource, type EntityManager } from 'typeorm'
/** Reads of a person's wallet. */
export declare class WalletQueries {
  private readonly dataSource
  constructor(dataSource: DataSource)
  /** Pockets of a person and their sum, in fen. Zero for somebody without a wallet. */
  wallet(personId: string, from?: EntityManager): Promise<WalletView>
  /** A page of the statement, newest first. */
  entries(personId: string, query: PageQuery): Promise<Page<WalletEntryView>>
  private toViews
  private pocketsOf
}
