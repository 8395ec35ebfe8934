import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { leaveOutBounds } from './describe-schema.ts';
import { nameSchemas } from './name-schemas.ts';

export type Json = Readonly<Record<string, unknown>>;
export type DescribeShape = (schema: z.ZodType, io?: 'input' | 'output') => Json;

const json = z.record(z.string(), z.unknown());
const described = z.object({ properties: z.object({ schema: json }), $defs: z.record(z.string(), json).default({}) });

/** Describes shapes; those that have a name are put among the given ones, by their name, and referred to. */
export function describeInto(schemas: Map<string, Json>): DescribeShape {
  const metadata = nameSchemas();
  return (schema, io = 'output') => {
    // In an object, so that a named shape is referred to even where it is the whole.
    const whole = z.toJSONSchema(z.object({ schema }), { io, metadata, override: leaveOpen });
    const text = JSON.stringify(whole).replaceAll('#/$defs/', '#/components/schemas/');
    const { properties, $defs } = described.parse(JSON.parse(text));
    for (const [name, { id: _, ...shape }] of Object.entries($defs)) {
      const before = schemas.get(name);
      if (before && !isDeepStrictEqual(before, shape))
        throw new Error(`${name} is one thing asked and another answered`);
      schemas.set(name, shape);
    }
    return properties.schema;
  };
}

/** A field that is added later must not fail the clients that are there already. */
function leaveOpen(given: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  leaveOutBounds(given);
  if (given.jsonSchema.additionalProperties === false) delete given.jsonSchema.additionalProperties;
}
