import type { Role } from '@wanli/contracts/people'

/** Offices as logs and people name them, strongest first. Roles that are no office of staff are not in it. */
const OFFICES: readonly [Role, string][] = [
  ['admin', '系统管理员'],
  ['officer', '街道办'],
  ['clerk', '服务站前台'],
  ['canteen_staff', '食堂'],
  ['courier', '送餐员'],
  ['dorm_manager', '宿管'],
  ['dispatcher', '派单'],
  ['organiser', '活动组织'],
  ['employer', '用工单位'],
]

/** Roles whose sessions end after half a day: they work on shared tablets and see other people's data. */
export const STAFF_ROLES: ReadonlySet<Role> = new Set(OFFICES.map(([role]) => role))

/** A member of staff as the logs name them: `许阿姨（服务站前台）`. */
export function staffLabel(name: string, roles: readonly Role[]): string {
  const office = OFFICES.find(([role]) => roles.includes(role))
  return office === undefined ? name : `${name}（${office[1]}）`
}

/** Whether somebody with these roles may give or take this role: an officer everything but their own rank, an admin everything. */
export function mayGrant(roles: readonly Role[], role: Role): boolean {
  if (roles.includes('admin')) return true
  return roles.includes('officer') && role !== 'officer' && role !== 'admin'
}

/** How long a session of staff lasts: a shift. */
export const STAFF_SESSION_MS = 12 * 3_600_000
