import { Module } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'

/** Meals to the door: addresses, standing orders, couriers' runs. */
@Module({ imports: [CanteenModule] })
export class DeliveryModule {}
