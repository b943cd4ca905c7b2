import { Injectable, Logger } from '@nestjs/common'

/** Sends a short message to a phone. An operator's gateway takes the place of {@link LogSmsSender} where there is a contract with one. */
export abstract class SmsSender {
  /** Sends the digits to a mainland mobile number. Rejects when the gateway does not take them. */
  abstract sendCode(phone: string, code: string): Promise<void>
}

/** A sender for where no gateway is contracted: says in the log that a code was made, with neither number nor digits. */
@Injectable()
export class LogSmsSender extends SmsSender {
  private readonly log = new Logger('SmsSender')

  override async sendCode(): Promise<void> {
    this.log.log('a sign-in code was made; no SMS gateway is configured')
    return Promise.resolve()
  }
}
