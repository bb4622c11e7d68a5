/** The layout as the store keeps it: a JSON object whose shape belongs to the screen. */
export type Layout = Record<string, unknown>;

/** Reads it; what cannot be read counts as empty, because a width is not worth an error. */
export function parseLayout(text: string): Layout {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Layout)
      : {};
  } catch {
    return {};
  }
}

/** A value of the layout, or `fallback` when it is missing or of another type. */
export function layoutValue<T extends string | number | boolean>(
  layout: Layout,
  key: string,
  fallback: T,
): T {
  const value = layout[key];
  return typeof value === typeof fallback ? (value as T) : fallback;
}
