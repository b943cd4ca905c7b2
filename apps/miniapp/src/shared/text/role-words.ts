import type { PersonView, Role } from '@wanli/contracts/people'
import { facts } from './facts'

/** What a role is called; the resident's estate says more than the word. */
export const ROLE_TEXT = {
  resident: '居民',
  worker: '务工',
  volunteer: '志愿者',
  canteen_staff: '食堂师傅',
  clerk: '服务站前台',
  courier: '送餐员',
  dorm_manager: '公寓管家',
  dispatcher: '派单员',
  employer: '用工单位',
  organiser: '活动组织',
  officer: '街道干部',
  admin: '管理员',
} as const satisfies Record<Role, string>

/** What the workbench is called. */
export const DESK = '工作台'

/** Roles with work on the workbench so far: those a door of it is for. */
const DESK_ROLES: ReadonlySet<Role> = new Set<Role>(['canteen_staff', 'courier', 'clerk', 'officer', 'admin'])

/** Where the person works, for the door of the workbench; null when they have no work there. */
export function deskWords(person: Pick<PersonView, 'roles'>): string | null {
  const grant = person.roles.find((held) => DESK_ROLES.has(held.role))
  if (!grant) return null
  return grant.scopeName ? facts(grant.scopeName, ROLE_TEXT[grant.role]) : ROLE_TEXT[grant.role]
}
