import type { z } from 'zod';
import type { tableSchema } from './resource-schemas.ts';

export interface BucketWiring {
  readonly name: string;
  readonly arn: string;
  readonly versioned: boolean;
  /** Whether EventBridge hears of changes. */
  readonly announced: boolean;
}

export interface TableWiring extends z.infer<typeof tableSchema> {
  readonly name: string;
}

export interface QueueWiring {
  readonly name: string;
  readonly arn: string;
  readonly visibilityMs: number;
  readonly redrive: { readonly arn: string; readonly maxReceiveCount: number } | undefined;
}

export interface RuleWiring {
  readonly name: string;
  readonly arn: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly targets: readonly { readonly arn: string; readonly deadLetterArn: string | undefined }[];
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
  /** What the function's role lets it do. */
  readonly rights: readonly Right[];
}

export interface MappingWiring {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly reportsFailures: boolean;
}

/** What a role allows; `*` stands for anything. */
export interface Right {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Everything that the template wires together, in plain values. */
export interface Wiring {
  readonly buckets: readonly BucketWiring[];
  readonly tables: readonly TableWiring[];
  readonly queues: readonly QueueWiring[];
  readonly rules: readonly RuleWiring[];
  readonly functions: readonly FunctionWiring[];
  readonly mappings: readonly MappingWiring[];
  readonly outputs: Readonly<Record<string, string>>;
}
