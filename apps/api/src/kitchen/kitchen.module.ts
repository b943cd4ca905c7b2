import { Module } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'

/** The kitchen of a canteen: production sheets, tickets, samples. */
@Module({ imports: [CanteenModule] })
export class KitchenModule {}
