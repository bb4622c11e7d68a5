/** The mark: 帮 cut into a square seal, drawn as strokes so that it needs no typeface. */
export function Seal({ size = 2, label }: {
  /** In rem. */
  size?: number;
  /** Its name where it stands alone; left out beside the written name. */
  label?: string;
}) {
  return (
    <svg
      aria-hidden={label ? undefined : true}
      aria-label={label}
      fill="none"
      role={label ? "img" : undefined}
      style={{ width: `${size}rem`, height: `${size}rem`, flex: "none" }}
      viewBox="0 0 48 48"
    >
      <rect fill="var(--seal)" height="44" rx="7" width="44" x="2" y="2" />
      <rect height="37" rx="4.5" stroke="var(--on-seal)" strokeOpacity=".55" strokeWidth="1" width="37" x="5.5" y="5.5" />
      <g stroke="var(--on-seal)" strokeLinecap="round" strokeLinejoin="round" strokeWidth="2.6">
        <path d="M11 13.5h13M11.8 18.6h11.4M10.5 23.8h13.8M17.6 10v10.5c0 4-1.8 6.4-5 7.6" />
        <path d="M28.5 11.8h8.6l-3.4 5.4c2.8 1.4 4.2 3.2 4.2 5.2 0 2.3-1.6 3.3-4.4 2.8M28.5 11.8v16" />
        <path d="M14.2 39v-8h19.6v6.2c0 1.4-.9 1.9-2.8 1.6M24 27.4V41" />
      </g>
    </svg>
  );
}
