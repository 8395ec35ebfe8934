import * as z from 'zod';
import { LOCAL } from '../../template/physical-names.ts';
import type { DemandsOf } from '../guard-service.ts';

const schema = z.object({ Entries: z.array(z.object({ EventBusName: z.string().default('default') })).default([]) });

/** What an EventBridge request wants, of each bus it names. */
export const eventDemands: DemandsOf = (operation, parameters) => {
  const buses = new Set(schema.parse(parameters).Entries.map(({ EventBusName }) => EventBusName));
  return [...buses].map((bus) => ({ action: `events:${operation}`, resource: arnOf(bus) }));
};

function arnOf(bus: string): string {
  if (bus.startsWith('arn:')) return bus;
  return `arn:${LOCAL.partition}:events:${LOCAL.region}:${LOCAL.account}:event-bus/${bus}`;
}
