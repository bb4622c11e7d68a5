import type { Facet, Level, LibraryFacets, SearchFilters, ServiceObject } from "@/generated/types";
import { useWords } from "@/i18n";
import { type Option, Select } from "@/ui";

/** The list's own choice for "all of them". */
const ANY = "any";

/** What is wanted of the library, in four lists: department, theme, level and people served. */
export function LibraryFilters({ filters, facets, onChange, className }: {
  filters: SearchFilters;
  facets: LibraryFacets | undefined;
  onChange: (filters: SearchFilters) => void;
  /** Lays the four out. */
  className: string | undefined;
}) {
  const w = useWords();
  const words = w.library.filters;
  return (
    <div aria-label={words.title} className={className} role="group">
      <Filter
        any={words.anyDepartment}
        label={words.department}
        onChange={(department) => onChange({ ...filters, department })}
        options={counted(facets?.departments ?? [], words.counted)}
        value={filters.department}
      />
      <Filter
        any={words.anyTheme}
        label={words.theme}
        onChange={(theme) => onChange({ ...filters, theme })}
        options={counted(facets?.themes ?? [], words.counted)}
        value={filters.theme}
      />
      <Filter
        any={words.anyLevel}
        label={words.level}
        onChange={(level) => onChange({ ...filters, level: level as Level | null })}
        options={named(w.enums.level)}
        value={filters.level}
      />
      <Filter
        any={words.anyObject}
        label={words.object}
        onChange={(object) => onChange({ ...filters, object: object as ServiceObject | null })}
        options={named(w.enums.serviceObject)}
        value={filters.object}
      />
    </div>
  );
}

function Filter({ label, any, options, value, onChange }: {
  label: string;
  any: string;
  options: Option<string>[];
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <Select
      bare
      hideLabel
      label={label}
      onChange={(id) => onChange(id === ANY ? null : id)}
      options={[{ id: ANY, label: any }, ...options]}
      value={value ?? ANY}
    />
  );
}

function counted(facets: readonly Facet[], words: (name: string, count: number) => string) {
  return facets.map(({ name, count }) => ({ id: name, label: words(name, count) }));
}

function named(words: Record<string, string>): Option<string>[] {
  return Object.entries(words).map(([id, label]) => ({ id, label }));
}
