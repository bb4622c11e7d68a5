import { useEffect, useEffectEvent, useState } from "react";

import { NO_FILTERS } from "@/forms";
import type { FoundHit, SearchFilters } from "@/generated/types";
import { useRemembered } from "@/prefs";

import type { Scope } from "./kinds";
import { activeRow, movedTo, rowGroups, type SearchRow } from "./rows";
import { useFound } from "./useFound";

/** Searches kept to be asked again, until the next person signs in. */
const MOST_RECENT = 5;

/** What is typed, what is narrowed, what was found, and which row is chosen. All gone once closed. */
export function usePalette({ onOpen, onAsk }: {
  onOpen: (hit: FoundHit) => void;
  onAsk: (words: string) => void;
}) {
  const [recent, setRecent] = useRemembered<readonly string[]>("searches", []);
  const [typed, setTyped] = useState("");
  const [scope, setScope] = useState<Scope>("all");
  const [filters, setFilters] = useState<SearchFilters>(NO_FILTERS);
  const [chosen, setChosen] = useState<string | null>(null);
  const [awaited, setAwaited] = useState<string | null>(null);

  const text = typed.trim();
  const finding = useFound(text, scope, filters);
  const groups = rowGroups(finding.found?.groups ?? [], scope);
  const rows = groups.flatMap((group) => group.rows);
  const active = activeRow(rows, chosen);

  /** Whatever changes the question, the best of the new answer is what Enter opens. */
  function anew() {
    setChosen(null);
    setAwaited(null);
  }

  function remember() {
    setRecent([text, ...recent.filter((kept) => kept !== text)].slice(0, MOST_RECENT));
  }

  function narrow(next: Scope) {
    setScope(next);
    anew();
  }

  function choose(row: SearchRow) {
    if (row.row === "rest") {
      narrow(row.kind);
      return;
    }
    remember();
    onOpen(row.hit);
  }

  /** Enter: a quick hand presses it before the answer is there, and means the answer. */
  function enter() {
    if (!finding.isFresh) setAwaited(text);
    else if (active) choose(active);
  }
  const answered = useEffectEvent(() => {
    if (awaited === text && active) choose(active);
  });
  useEffect(() => {
    if (!finding.isFresh) return undefined;
    const timer = window.setTimeout(() => answered());
    return () => window.clearTimeout(timer);
  }, [finding.isFresh]);

  return {
    ...finding,
    recent,
    typed,
    text,
    scope,
    filters,
    groups,
    active,
    type: (next: string) => {
      setTyped(next);
      anew();
    },
    narrow,
    filter: (next: SearchFilters) => {
      setFilters(next);
      anew();
    },
    /** Whether the key moved the choice. */
    move: (key: string) => {
      const next = movedTo(rows, chosen, key);
      if (next !== null) setChosen(next);
      return next !== null;
    },
    choose,
    enter,
    ask: () => {
      if (text === "") return;
      remember();
      onAsk(text);
    },
  };
}
