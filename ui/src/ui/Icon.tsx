import type { LucideIcon } from "lucide-react";

export type { LucideIcon } from "lucide-react";

/** An icon of the family: 1.5 px strokes, sized with the text. It never carries meaning alone. */
export function Icon({ of: Picture, size = 1.125, className }: {
  of: LucideIcon;
  /** In rem. */
  size?: number;
  className?: string | undefined;
}) {
  return (
    <Picture
      aria-hidden
      className={className}
      style={{ width: `${size}rem`, height: `${size}rem`, flex: "none" }}
      strokeWidth={1.5}
    />
  );
}
