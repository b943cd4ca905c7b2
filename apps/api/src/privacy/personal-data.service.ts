import { Injectable } from '@nestjs/common'
import type { ErrorCode } from '@wanli/contracts/errors'
import { DataSource, type EntityManager } from 'typeorm'

/** What one module keeps about people, and how it gives it out and forgets it. */
export interface PersonalData {
  /** Name of its section in the export. */
  section: string
  /** Tables that hold something about a person; a test sees to it that none is missing. */
  tables: readonly string[]
  /** Everything of this person, as plain values; names of others only where they stand in the person's own records. */
  export(personId: string, from: EntityManager): Promise<unknown>
  /** What must be settled before the person can be forgotten: money left, an order under way. Null when nothing is. */
  hindrance?(personId: string, from: EntityManager): Promise<ErrorCode | null>
  /**
   * Forgets what the law does not make us keep; what remains no longer says who it was. It comes once more for what was written while it
   * was done: `at` is when the person was forgotten first, and what others were told since then names nobody.
   */
  erase(tx: EntityManager, personId: string, at: Date): Promise<void>
}

/** The registry of personal data: modules register what they keep, so that nothing is forgotten in an export or an erasure. */
@Injectable()
export class PersonalDataService {
  private readonly parts: PersonalData[] = []

  constructor(private readonly dataSource: DataSource) {}

  /** Adds a module's part; called once while the module starts. */
  register(part: PersonalData): void {
    this.parts.push(part)
  }

  /** Names of all tables that are spoken for. */
  get tables(): string[] {
    return this.parts.flatMap((part) => part.tables)
  }

  /** Everything kept about a person, section by section. */
  async export(personId: string): Promise<Record<string, unknown>> {
    const sections: Record<string, unknown> = {}
    for (const part of this.parts) sections[part.section] = await part.export(personId, this.dataSource.manager)
    return sections
  }

  /** The first thing that must be settled before a person can be forgotten; null when nothing must. */
  async hindrance(personId: string, from: EntityManager): Promise<ErrorCode | null> {
    for (const part of this.parts) {
      const code = await part.hindrance?.(personId, from)
      if (code !== undefined && code !== null) return code
    }
    return null
  }

  /** Forgets a person everywhere, in one transaction; `at` as in {@link PersonalData.erase}. */
  async erase(tx: EntityManager, personId: string, at: Date): Promise<void> {
    for (const part of this.parts) await part.erase(tx, personId, at)
  }
}
