import * as z from 'zod';

/**
 * The JSON Schema of a zod schema. Objects stay open: a field added later must not fail the validators of those who
 * read only the present ones.
 */
export function describeSchema(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: leaveOutBounds,
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** Every integer of ours is far from the bounds of a double, which zod states for each of them. */
export function leaveOutBounds({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
