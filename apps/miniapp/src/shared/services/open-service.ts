import { requireSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import type { ServiceKey } from './service-list'

/** Opens a service: its own page when the app has one, otherwise the page that says whom to call. */
export function openService(key: ServiceKey): void {
  if (key === 'canteen') {
    if (requireSession()) go('/features/canteen/pages/menu/index')
  } else if (key === 'delivery') {
    if (requireSession()) go('/features/delivery/pages/standing/index')
  } else go('/features/services/pages/by-phone/index', { service: key })
}
