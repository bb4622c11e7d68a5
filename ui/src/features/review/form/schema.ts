import type { FormProblem } from "@/generated/types";
import type { Words } from "@/i18n";

/** A field of a standard form, as its schema says. */
export interface FormField {
  name: string;
  title: string;
  hint: string | undefined;
  kind: "text" | "number" | "choice";
  choices: string[];
  isRequired: boolean;
  example: string;
}

/** What is filled in, by field. */
export type Filled = Record<string, string>;

interface Schema {
  title?: unknown;
  "x-order"?: unknown;
  required?: unknown;
  properties?: Record<string, Property>;
}

interface Property {
  title?: unknown;
  description?: unknown;
  type?: unknown;
  enum?: unknown;
  examples?: unknown;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown) => (typeof value === "string" ? value : "");

/** The title of a form. */
export function titleOf(schema: unknown): string {
  return text((schema as Schema | null)?.title);
}

/**
 * The fields of a form in the order of the printed one: as `x-order` says, then what is required,
 * then the rest. The order of the properties themselves says nothing.
 */
export function fieldsOf(schema: unknown): FormField[] {
  const { properties = {}, required, "x-order": said } = (schema ?? {}) as Schema;
  const needed = listOf(required);
  const order = [...listOf(said), ...needed];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const entries = Object.entries(properties).sort(([one], [other]) => rank(one) - rank(other));
  return entries.map(([name, field]) => {
    const choices = Array.isArray(field.enum) ? field.enum.map(String) : [];
    const isNumber = field.type === "number" || field.type === "integer";
    const examples: unknown[] = Array.isArray(field.examples) ? field.examples : [];
    return {
      name,
      title: text(field.title) || name,
      hint: text(field.description) || undefined,
      kind: choices.length > 0 ? "choice" : isNumber ? "number" : "text",
      choices,
      isRequired: needed.includes(name),
      example: example(examples[0]),
    };
  });
}

function example(value: unknown): string {
  return typeof value === "number" ? String(value) : text(value);
}

/** What is filled in as the schema wants it: numbers as numbers, empty fields left out. */
export function dataOf(fields: FormField[], filled: Filled): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const value = (filled[field.name] ?? "").trim();
    if (value === "") continue;
    const number = Number(value);
    data[field.name] = field.kind === "number" && !Number.isNaN(number) ? number : value;
  }
  return data;
}

/** What is wrong with a field, in words; empty when nothing is. */
export function problemWords(w: Words, problems: FormProblem[], name: string): string {
  const problem = problems.find((found) => found.field === `/${name}`);
  return problem ? w.forms.problem[problem.kind](problem.expected ?? "") : "";
}
