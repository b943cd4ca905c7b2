/*
 * The ceiling that rush and reading are measured against: the same server with nothing behind it. The same headers, token, validation
 * and serialisation; the answer is always the same order, or look at a sitting, the one in the file. Started in a process of its own:
 * `echo-server.ts <port> <file>`.
 */
import 'reflect-metadata'

import { readFileSync } from 'node:fs'

import { Body, Controller, Get, Global, Module, Param, Post, Query, type DynamicModule } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'

import { SittingQueryDto } from '../../src/canteen/meal.dto.js'
import { PlaceOrderBody } from '../../src/canteen/order.dto.js'
import { AccessTokens } from '../../src/common/auth/access-tokens.js'
import { CurrentCaller, Once, Public } from '../../src/common/auth/auth.decorators.js'
import { AuthGuard } from '../../src/common/auth/auth.guard.js'
import type { Caller } from '../../src/common/auth/caller.js'
import { SessionGate } from '../../src/common/auth/session-gate.js'
import { Clock } from '../../src/common/clock.js'
import type { OnceRequest } from '../../src/common/idempotency.js'
import { validationPipe } from '../../src/common/invalid-request.js'
import { Rendered, SharedPart } from '../../src/common/rendered.js'
import { loadEnv } from '../../src/config/env.js'
import { createServer } from '../../src/http/create-app.js'
import { openDoor } from '../../src/http/open-door.js'

const [, , port = '0', file = ''] = process.argv
const answer = JSON.parse(readFileSync(file, 'utf8')) as object
const shared = new SharedPart(answer)

class OpenGate extends SessionGate {
  admit(caller: Caller): Promise<Caller> {
    return Promise.resolve(caller)
  }

  readmit(callers: readonly Caller[]): Promise<Caller[]> {
    return Promise.resolve([...callers])
  }
}

@Controller()
class EchoController {
  @Get('health/ready')
  @Public()
  ready(): object {
    return { ready: true }
  }

  @Post('canteen/orders')
  place(@Once() once: OnceRequest, @Body() body: PlaceOrderBody): object {
    return { ...answer, id: once.key, sittingId: body.sittingId }
  }

  @Get('canteen/sittings/:id')
  look(@CurrentCaller() _caller: Caller, @Param('id') id: string, @Query() _query: SittingQueryDto): Rendered<object> {
    return Rendered.of(shared, { id })
  }
}

const env = loadEnv()
const tokens = new AccessTokens(env, new Clock({}))

@Global()
@Module({
  controllers: [EchoController],
  providers: [
    { provide: AccessTokens, useValue: tokens },
    { provide: SessionGate, useClass: OpenGate },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
})
class EchoModule {}

const modules: DynamicModule = { module: EchoModule }
const app = await createServer(modules, env)
app.useGlobalPipes(validationPipe)
await openDoor(app, Number(port), '127.0.0.1')
