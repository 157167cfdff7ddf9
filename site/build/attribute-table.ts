import { z } from 'zod';

/**
 * A table of attributes for the authoring guide, in markdown. Values and defaults come from the schemas; `description` and
 * `otherwise` of a schema's metadata say what it cannot.
 */
export function attributeTable(shape: z.ZodRawShape): string {
  const rows = Object.entries(shape).map(([name, schema]) => {
    const { description, otherwise } = toldOf(schema as z.ZodType);
    const choices = choicesOf(schema as z.ZodType)
      .map((choice) => `\`${choice}\``)
      .join(' ');
    const values = [choices, description].filter(Boolean).join(', ');
    return `| \`${name}\` | ${values} | ${otherwise ?? defaultOf(schema as z.ZodType)} |`;
  });
  return ['| attribute | values | otherwise |', '|---|---|---|', ...rows].join('\n');
}

/** A schema that was made optional, or has a default, is told of as it was before. */
function toldOf(schema: z.ZodType): { readonly description?: string; readonly otherwise?: string } {
  const told = z.globalRegistry.get(schema);
  if (told) return told as ReturnType<typeof toldOf>;
  const isWrapped = schema instanceof z.ZodDefault || schema instanceof z.ZodOptional;
  return isWrapped ? toldOf(schema.unwrap() as z.ZodType) : {};
}

function defaultOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodDefault) return `\`${schema.def.defaultValue}\``;
  return schema instanceof z.ZodOptional ? 'nothing' : 'required';
}

function choicesOf(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return choicesOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}
