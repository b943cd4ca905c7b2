import type { StaffMealsView } from '@wanli/contracts/kitchen'
import { call } from '@/shared/http/call'

/** `PUT /canteen/kitchen/staff-meals`. */
export const changeStaffMeals = (body: StaffMealsView): Promise<StaffMealsView> =>
  call('PUT /canteen/kitchen/staff-meals', { body })
