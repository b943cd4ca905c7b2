import type { ChangeStaffMealsRequest, StaffMealsView } from '@wanli/contracts/kitchen'
import { call } from '@/shared/http/call'

/** `PUT /canteen/kitchen/staff-meals`. */
export const changeStaffMeals = (body: ChangeStaffMealsRequest): Promise<StaffMealsView> =>
  call('PUT /canteen/kitchen/staff-meals', { body })
