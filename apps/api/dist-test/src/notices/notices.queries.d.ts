import type { NoticeView } from '@wanli/contracts/notices'
import type { Page, PageQuery } from '@wanli/contracts/page'
import { DataSource } from 'typeorm'
/** Reads of the inbox. */
export declare class NoticesQueries {
  private readonly dataSource
  constructor(dataSource: DataSource)
  /** A page of a person's inbox, newest first. */
  page(personId: string, query: PageQuery): Promise<Page<NoticeView>>
  /** How many notices the person has not read. */
  unread(personId: string): Promise<number>
}
