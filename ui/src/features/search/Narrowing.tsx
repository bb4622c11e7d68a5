import { SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";

import { useCommand } from "@/api";
import { isFiltered, LibraryFilters } from "@/forms";
import type { SearchFilters } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, IconButton } from "@/ui";

import type { Scope } from "./kinds";
import styles from "./palette.module.css";
import { Scopes } from "./Scopes";

/** What to look among: the group, and below it what results must be, one press away. */
export function Narrowing({ scope, onScope, filters, onFilters }: {
  scope: Scope;
  onScope: (scope: Scope) => void;
  filters: SearchFilters;
  onFilters: (filters: SearchFilters) => void;
}) {
  const w = useWords();
  const [isOpen, setOpen] = useState(false);
  const facets = useCommand("library_facets", {}, { enabled: isOpen });
  return (
    <div className={styles.narrowing}>
      <div className={styles.narrowingLine}>
        <Scopes onScope={onScope} scope={scope} />
        <Button
          aria-expanded={isOpen}
          edge="end"
          icon={SlidersHorizontal}
          onPress={() => setOpen(!isOpen)}
          size="small"
          tone="plain"
        >
          {w.search.filters}
        </Button>
      </div>
      {isOpen && (
        <LibraryFilters
          className={styles.filters}
          facets={facets.data}
          filters={filters}
          onChange={onFilters}
        />
      )}
      {isFiltered(filters) && <Active filters={filters} onFilters={onFilters} />}
    </div>
  );
}

/** The filters that are set, each to be taken away. */
function Active({ filters, onFilters }: {
  filters: SearchFilters;
  onFilters: (filters: SearchFilters) => void;
}) {
  const w = useWords();
  const names = w.library.filters;
  const set = [
    ["department", names.department, filters.department],
    ["theme", names.theme, filters.theme],
    ["level", names.level, filters.level && w.enums.level[filters.level]],
    ["object", names.object, filters.object && w.enums.serviceObject[filters.object]],
  ] as const;
  return (
    <ul aria-label={w.search.filters} className={styles.active}>
      {set.map(
        ([filter, name, value]) =>
          value !== null && (
            <li className={styles.chip} key={filter}>
              {w.search.filtered(name, value)}
              <IconButton
                icon={X}
                label={w.search.removeFilter(name)}
                onPress={() => onFilters({ ...filters, [filter]: null })}
                size="small"
              />
            </li>
          ),
      )}
    </ul>
  );
}
