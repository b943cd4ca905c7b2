import { requireSession } from '@/shared/http/session'
import { go, type PageUrl } from '@/shared/navigation'
import type { ServiceKey } from './service-list'

/** Services that have a page of their own; it belongs to a person. */
const PAGES: Readonly<Partial<Record<ServiceKey, PageUrl>>> = {
  canteen: '/features/canteen/pages/menu/index',
  delivery: '/features/delivery/pages/standing/index',
}

/** Opens a service: its own page when the app has one (a guest signs in first), otherwise the page that says whom to call. */
export function openService(key: ServiceKey): void {
  const page = PAGES[key]
  if (!page) go('/features/services/pages/by-phone/index', { service: key })
  else if (requireSession(page)) go(page)
}
