import type { RuleWiring, Wiring } from '../template/wiring.ts';
import { compilePattern, type EventTest } from './compile-pattern.ts';
import type { EventLog } from './event-log.ts';

/** An event as EventBridge hands it on. */
export type BusEvent = Readonly<Record<string, unknown>> & { readonly id: string };

/** Something a rule can send to. */
export interface EventTarget {
  /** Resolves when it is safely kept, or begun where nothing is kept. */
  send(body: string): Promise<unknown>;
}

interface Route {
  readonly bus: string;
  readonly wants: EventTest;
  readonly rule: RuleWiring;
}

/** The default event bus and the template's own, with the rules on them. */
export class EventBuses {
  readonly #names: ReadonlyMap<string, string>;
  readonly #routes: readonly Route[];
  readonly #targets: ReadonlyMap<string, EventTarget>;
  readonly #log: EventLog;

  /**
   * @param targets queues and functions by ARN; it may be filled until the first event comes
   * @param log is told of what the template's own buses take
   */
  constructor(
    { buses, rules }: Pick<Wiring, 'buses' | 'rules'>,
    targets: ReadonlyMap<string, EventTarget>,
    log: EventLog,
  ) {
    this.#names = new Map([
      ['default', 'default'],
      ...buses.flatMap(({ name, arn }): [string, string][] => [
        [name, name],
        [arn, name],
      ]),
    ]);
    this.#routes = rules.flatMap((rule) =>
      rule.pattern ? [{ rule, bus: rule.bus, wants: compilePattern(rule.pattern) }] : [],
    );
    this.#targets = targets;
    this.#log = log;
  }

  /** @param bus its name or its ARN */
  has(bus: string): boolean {
    return this.#names.has(bus);
  }

  /** Hand an event to every target of every rule on the bus that wants it; resolves when each has it. */
  async put(bus: string, event: BusEvent): Promise<void> {
    const name = this.#names.get(bus);
    if (name === undefined) throw new Error(`There is no event bus ${bus}`);
    const wanted = this.#routes.filter((route) => route.bus === name && route.wants(event));
    const body = JSON.stringify(event);
    await Promise.all(wanted.flatMap(({ rule }) => rule.targets.map(({ arn }) => this.#send(arn, body, rule))));
    if (name !== 'default') await this.#log.append({ bus: name, ...event });
  }

  async #send(arn: string, body: string, rule: RuleWiring): Promise<void> {
    const target = this.#targets.get(arn);
    if (!target) throw new Error(`The rule ${rule.name} sends to ${arn}, which does not run here`);
    await target.send(body);
  }
}
