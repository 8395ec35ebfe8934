import type { z } from 'zod';
import { decide } from '../access/decide.ts';
import { functionPrincipal } from '../access/function-principal.ts';
import type { Statement } from '../access/statement.ts';
import type { permissionSchema } from './resource-schemas.ts';
import type { FunctionWiring, MappingWiring, QueueWiring, RouteWiring, RuleWiring, Wiring } from './wiring.ts';

type Permission = z.infer<typeof permissionSchema>;

/** What lets one service use another. */
export interface Grants {
  readonly queuePolicies: readonly Statement[];
  readonly permissions: readonly Permission[];
}

/** What Lambda needs of a queue whose messages it hands to a function. */
export const CONSUME = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/**
 * Refuse wiring that CloudFormation would reject or that would silently lose events in AWS.
 * @throws Error naming the two ends that do not meet
 */
export function refuseBrokenWiring(wiring: Wiring, grants: Grants): void {
  const queues = new Map(wiring.queues.map((queue) => [queue.arn, queue]));
  for (const { name, redrive } of wiring.queues) {
    if (redrive && !queues.has(redrive.arn)) throw new Error(`The dead letters of ${name} go nowhere: ${redrive.arn}`);
  }
  for (const rule of wiring.rules) refuseBrokenRule(rule, wiring, grants);
  for (const route of wiring.routes) refuseBrokenRoute(route, wiring, grants);
  for (const mapping of wiring.mappings) {
    refuseBrokenMapping(
      mapping,
      queues.get(mapping.queueArn),
      wiring.functions.find(({ name }) => name === mapping.functionName),
      wiring.resourcePolicies,
    );
  }
}

function refuseBrokenRule(rule: RuleWiring, wiring: Wiring, { queuePolicies, permissions }: Grants): void {
  if (rule.bus !== 'default' && !wiring.buses.some(({ name }) => name === rule.bus)) {
    throw new Error(`The rule ${rule.name} is on the event bus ${rule.bus}, which is not in the template`);
  }
  for (const arn of targetsOf(rule)) {
    const called = wiring.functions.find((found) => found.arn === arn);
    if (called) {
      if (permissions.some((permission) => allowsCalling(permission, called, rule.arn))) continue;
      throw new Error(`No permission lets the rule ${rule.name} call ${called.name}`);
    }
    if (!wiring.queues.some((queue) => queue.arn === arn)) {
      throw new Error(`The rule ${rule.name} sends to ${arn}, which is no queue of the template, and no function`);
    }
    if (!queuePolicies.some((statement) => allowsSending(statement, arn, rule.arn))) {
      throw new Error(`No queue policy lets the rule ${rule.name} send to ${arn}`);
    }
  }
}

function refuseBrokenRoute(
  { method, path, functionArn, sourceArn }: RouteWiring,
  wiring: Wiring,
  { permissions }: Grants,
): void {
  const called = wiring.functions.find(({ arn }) => arn === functionArn);
  if (!called) throw new Error(`The method ${method} ${path} calls ${functionArn}, which is not in the template`);
  const any = (text: string) => text.replace('/ANY/', '/*/').replaceAll(/\{\w+\+?\}/gu, '*');
  const lets = ({ Action, FunctionName, Principal, SourceArn }: Permission) =>
    Action === 'lambda:InvokeFunction' &&
    Principal === 'apigateway.amazonaws.com' &&
    [called.name, called.arn].includes(FunctionName) &&
    (SourceArn === undefined || SourceArn === any(sourceArn));
  if (!permissions.some(lets)) throw new Error(`No permission lets the method ${method} ${path} call ${called.name}`);
}

function refuseBrokenMapping(
  { queueArn, functionName }: MappingWiring,
  queue: QueueWiring | undefined,
  reader: FunctionWiring | undefined,
  resourcePolicies: readonly Statement[],
): void {
  if (!queue || !reader) throw new Error(`The mapping from ${queueArn} to ${functionName} lacks an end`);
  const principal = functionPrincipal(reader);
  const may = (action: string) => decide({ action, resource: queueArn }, principal, resourcePolicies).allowed;
  if (!CONSUME.every(may)) {
    throw new Error(`The role of ${functionName} does not let it take messages from ${queue.name}`);
  }
  // Lambda refuses such a mapping: a message would be handed out again while it is still being worked on.
  if (queue.visibilityMs < reader.timeoutMs) {
    throw new Error(`The visibility timeout of ${queue.name} is shorter than the timeout of ${functionName}`);
  }
}

function targetsOf({ targets }: RuleWiring): string[] {
  return targets.flatMap(({ arn, deadLetterArn }) => (deadLetterArn === undefined ? [arn] : [arn, deadLetterArn]));
}

function allowsCalling(permission: Permission, called: FunctionWiring, ruleArn: string): boolean {
  const { Action, FunctionName, Principal, SourceArn } = permission;
  return (
    Action === 'lambda:InvokeFunction' &&
    Principal === 'events.amazonaws.com' &&
    [called.name, called.arn].includes(FunctionName) &&
    (SourceArn === undefined || SourceArn === ruleArn)
  );
}

function allowsSending({ Action, Condition, Effect, Resource }: Statement, queueArn: string, ruleArn: string): boolean {
  const sources = Object.values(Condition).map((condition) => condition['aws:SourceArn']);
  return (
    Effect === 'Allow' &&
    (Action ?? []).includes('sqs:SendMessage') &&
    (Resource ?? []).includes(queueArn) &&
    sources.every((source) => source === undefined || source.includes(ruleArn))
  );
}
