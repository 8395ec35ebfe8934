import { randomUUID } from 'node:crypto';
import { LOCAL } from '../template/physical-names.ts';
import type { RuleWiring } from '../template/wiring.ts';

/** Calls one target and resolves with what it answered. */
export type CallTarget = (targetArn: string, event: unknown) => Promise<unknown>;

/**
 * The rules that come again after a time. A rule whose last turn has not ended when the next is due misses that
 * turn, so that a busy machine does not get busier.
 */
export class Schedules {
  readonly #rules: ReadonlyMap<string, RuleWiring>;
  readonly #call: CallTarget;
  readonly #onFault: (fault: unknown) => void;
  readonly #running = new Map<string, Promise<unknown>>();
  #timers: NodeJS.Timeout[] = [];

  constructor(rules: readonly RuleWiring[], call: CallTarget, onFault: (fault: unknown) => void) {
    this.#rules = new Map(rules.filter(({ everyMs }) => everyMs !== undefined).map((rule) => [rule.name, rule]));
    this.#call = call;
    this.#onFault = onFault;
  }

  get names(): readonly string[] {
    return [...this.#rules.keys()];
  }

  /** From now on every rule runs by itself, for the first time when its time has passed once. */
  start(): void {
    for (const rule of this.#rules.values()) {
      const turn = () => {
        if (!this.#running.has(rule.name)) this.#run(rule).catch(this.#onFault);
      };
      this.#timers.push(setInterval(turn, rule.everyMs).unref());
    }
  }

  /**
   * Run a rule now, after the turn that is under way.
   * @param name its name, or a part of it that no other rule has
   * @returns what each target answered; undefined for one that failed every time
   * @throws Error when no rule, or several, are called so
   */
  async runNow(name: string): Promise<readonly unknown[]> {
    const all = [...this.#rules.values()];
    const exact = this.#rules.get(name);
    const [rule, ...others] = exact ? [exact] : all.filter((one) => one.name.includes(name));
    if (!rule || others.length > 0) {
      const names = all.map((one) => one.name).join(', ');
      throw new Error(`${rule ? 'Several schedules are' : 'No schedule is'} called ${name}. There are: ${names}`);
    }
    await this.#running.get(rule.name)?.catch(() => {});
    return this.#run(rule);
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  async #run(rule: RuleWiring): Promise<readonly unknown[]> {
    const running = Promise.all(
      rule.targets.map(({ arn, input }) => this.#call(arn, input === undefined ? eventOf(rule) : JSON.parse(input))),
    );
    this.#running.set(rule.name, running);
    try {
      return await running;
    } finally {
      if (this.#running.get(rule.name) === running) this.#running.delete(rule.name);
    }
  }
}

/** The event that EventBridge sends when a schedule's time has come. */
function eventOf({ arn }: RuleWiring): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: LOCAL.account,
    time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    region: LOCAL.region,
    resources: [arn],
    detail: {},
  };
}
