import { Injectable } from '@nestjs/common'
import type { Page, PageQuery } from '@wanli/contracts/page'
import type { AccessLogItem, AuditItem, AuditQuery, DocumentView } from '@wanli/contracts/privacy'
import { DataSource } from 'typeorm'

import { keysetPage } from '../database/keyset.js'

import { Access } from './access.entity.js'
import { Audit } from './audit.entity.js'
import { DOCUMENTS } from './documents.js'

/** Reads of the privacy centre. */
@Injectable()
export class PrivacyQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The documents in their current versions. */
  documents(): DocumentView[] {
    return DOCUMENTS.map(({ body, ...document }) => ({ ...document, body: [...body] }))
  }

  /** A page of who looked at a person's data, newest first. */
  async accessLog(personId: string, query: PageQuery): Promise<Page<AccessLogItem>> {
    const select = this.dataSource.manager.createQueryBuilder(Access, 'access').where({ personId })
    const { rows, nextCursor } = await keysetPage(select, 'access', query)
    return {
      items: rows.map(({ id, what, viewer, reason, createdAt }) => ({
        id,
        what,
        by: viewer,
        reason,
        at: createdAt.toISOString(),
      })),
      nextCursor,
    }
  }

  /** A page of what staff did, newest first. */
  async audit(query: AuditQuery): Promise<Page<AuditItem>> {
    const select = this.dataSource.manager.createQueryBuilder(Audit, 'audit')
    if (query.action !== undefined) select.where({ action: query.action })
    const { rows, nextCursor } = await keysetPage(select, 'audit', query)
    return {
      items: rows.map(({ id, actor, action, subject, detail, createdAt }) => ({
        id,
        actor,
        action,
        subject,
        detail,
        at: createdAt.toISOString(),
      })),
      nextCursor,
    }
  }
}
