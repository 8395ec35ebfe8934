import type { z } from 'zod';
import type { Statement } from '../access/statement.ts';
import type { tableSchema } from './resource-schemas.ts';

export interface BucketWiring {
  readonly name: string;
  readonly arn: string;
  readonly versioned: boolean;
  /** Whether EventBridge hears of changes. */
  readonly announced: boolean;
  /** What a page of another origin may do here by links; the template's own origins are not those of this machine. */
  readonly cors: CorsWiring | undefined;
}

export interface CorsWiring {
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
}

export interface TableShape extends z.infer<typeof tableSchema> {
  readonly name: string;
}

export interface TableWiring extends TableShape {
  readonly arn: string;
}

export interface QueueWiring {
  readonly name: string;
  readonly arn: string;
  /** Where its requests go. */
  readonly url: string;
  readonly visibilityMs: number;
  readonly redrive: { readonly arn: string; readonly maxReceiveCount: number } | undefined;
}

/** An event bus of the template's own. */
export interface BusWiring {
  readonly name: string;
  readonly arn: string;
}

export interface RuleTarget {
  readonly arn: string;
  readonly deadLetterArn: string | undefined;
  /** JSON that is sent in place of the event. */
  readonly input: string | undefined;
}

/** A rule has a pattern, or a time after which it comes again. */
export interface RuleWiring {
  readonly name: string;
  readonly arn: string;
  /** The name of the bus it is on. */
  readonly bus: string;
  readonly pattern: Readonly<Record<string, unknown>> | undefined;
  readonly everyMs: number | undefined;
  readonly targets: readonly RuleTarget[];
}

export interface FunctionWiring {
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  /** The folder of the bundled code. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMiB: number;
  readonly timeoutMs: number;
  /** How many events it handles at once. */
  readonly concurrency: number;
  /** How often an event is tried again that nobody waits for. */
  readonly retries: number;
  /** The queue of events that were tried in vain. */
  readonly deadLetterArn: string | undefined;
  readonly role: { readonly arn: string };
  /** What the policies of its role say. */
  readonly rights: readonly Statement[];
}

export interface MappingWiring {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly reportsFailures: boolean;
}

/** A method of a REST API that hands its requests to a function. */
export interface RouteWiring {
  /** `ANY` for all. */
  readonly method: string;
  /** As in the template: `/api/v1/{proxy+}`. */
  readonly path: string;
  readonly functionArn: string;
  /** What calls it, as a permission names its source. */
  readonly sourceArn: string;
}

/** A policy that the template offers to whoever is given it. */
export interface PolicyWiring {
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** Everything that the template wires together, in plain values. */
export interface Wiring {
  readonly buckets: readonly BucketWiring[];
  readonly tables: readonly TableWiring[];
  readonly queues: readonly QueueWiring[];
  readonly buses: readonly BusWiring[];
  readonly rules: readonly RuleWiring[];
  readonly functions: readonly FunctionWiring[];
  readonly mappings: readonly MappingWiring[];
  readonly routes: readonly RouteWiring[];
  readonly policies: readonly PolicyWiring[];
  /** What buckets and queues say of who may use them. */
  readonly resourcePolicies: readonly Statement[];
  readonly outputs: Readonly<Record<string, string>>;
}
