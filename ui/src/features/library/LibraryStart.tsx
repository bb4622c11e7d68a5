import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

import { useCommand } from "@/api";
import type { Facet, SearchFilters } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { useNow } from "@/ui";

import styles from "./start.module.css";

/** What stands beside the list while no matter is open: where to begin, and how fresh it all is. */
export function LibraryStart({ filters, onFilters, beside }: {
  filters: SearchFilters;
  onFilters: (filters: SearchFilters) => void;
  /** The way to what managers look after. */
  beside: ReactNode;
}) {
  const w = useWords();
  const words = w.library.start;
  const now = useNow();
  const { data } = useCommand("library_facets", {});
  if (!data || data.matters === 0) return null;
  const asOf =
    data.data_as_of === null ? w.common.noData : w.common.dataAsOf(whenWords(w, data.data_as_of, now));
  const counts = [words.matters(data.matters), words.knowledge(data.knowledge), asOf];
  return (
    <div className={styles.start}>
      <header>
        <h1 className={styles.title}>{words.title}</h1>
        <p className="soft figures">{counts.join(w.punctuation.dot)}</p>
        <p className={styles.text}>{words.text}</p>
        {beside}
      </header>
      <Facets
        chosen={filters.theme}
        facets={data.themes}
        onChoose={(theme) => onFilters({ ...filters, theme })}
        title={words.themes}
      />
      <Facets
        chosen={filters.department}
        facets={data.departments}
        onChoose={(department) => onFilters({ ...filters, department })}
        title={words.departments}
      />
    </div>
  );
}

function Facets({ title, facets, chosen, onChoose }: {
  title: string;
  facets: readonly Facet[];
  chosen: string | null;
  onChoose: (name: string | null) => void;
}) {
  if (facets.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.facets}>
        {facets.map(({ name, count }) => (
          <li key={name}>
            <AriaButton
              aria-pressed={name === chosen}
              className={styles.facet ?? ""}
              onPress={() => onChoose(name === chosen ? null : name)}
            >
              {name}
              <span className={styles.count}>{count}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
